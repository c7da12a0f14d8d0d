package event

import (
	"strconv"
	"strings"
)

// editMark stands between a message's id and the number of an edit of it. The
// platform's ids have no slash.
const editMark = "/edit/"

// EditID gives the id of the nth edit of a message. An edit is judged as a
// message of its own: what was harmless may be no more.
func EditID(id string, n int) string { return id + editMark + strconv.Itoa(n) }

// EditOf gives the id of the message that an edit is of; ok is false where id is
// no edit's.
func EditOf(id string) (message string, ok bool) {
	message, _, ok = strings.Cut(id, editMark)
	return message, ok
}

// Edits bounds the ids of all edits of a message: from <= id < below.
func Edits(id string) (from, below string) {
	return id + editMark, id + editMark[:len(editMark)-1] + string(editMark[len(editMark)-1]+1)
}
