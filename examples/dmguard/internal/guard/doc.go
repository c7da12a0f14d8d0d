// Package guard judges what happens in the inbox, before the webhook answers, and
// keeps what it found and decided: ids, times, types, verdicts, and no word of any
// message.
//
// # Messages
//
// A message is read with the thread it stands in (phi.Conversation, of which a
// snapshot without text is kept), and the policy decides. Routine questions pass:
// nothing is sent, staff answer in the inbox. To what may be PHI the redirect
// answers: fixed words with the clinic's secure form and phone, never more than
// 1,000 bytes, and nothing of the message. Staff get a notice that says what kind
// of request it is. As possible PHI counts also
//   - a message that with those before it identifies somebody and their health,
//   - an attachment, which nobody has looked at (not a shared post or reel),
//   - a text that cannot be read: most of it in a script the library has no words
//     of, or longer than any message of the platform.
//
// The first message of a person is answered with the welcome, once. Where several
// messages of a thread are flagged within Config.Quiet, one redirect answers them.
//
// Events may come twice and in any order. An id is judged once. What is taken back
// (unsent) is deleted: its text from the vault, what was found in it, its notice
// and a reply that waits; if the unsending comes first, the message is not judged
// at all. What it told the thread stays in the thread's state, which cannot be
// undone without the text.
//
// # Comments
//
// A comment that holds PHI is hidden, its writer is answered privately, and an
// incident is logged with the day by which notices would have to go out. A name in
// the user name beside it counts as an identifier. The clinic's own comments are
// judged as its replies in public.
//
// # What staff write
//
// Messages that staff have sent (echoes) are judged by the outbound rules: what
// confirms a patient, tells of one's health or attaches something makes a notice.
// Check judges a draft before it is sent: one that identifies a patient passes
// only with an authorization that covers it.
//
// # Limits
//
// It is as good as the library; the package's tests print how good that is on the
// corpus. A question of staff that comes in after its answer does not help to read
// the answer. Pictures are not looked at.
package guard
