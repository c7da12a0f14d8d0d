package staff

import (
	"errors"
	"net/http"
	"net/url"
	"strings"
)

// outcomes are what a page tells behind an action, by the code in its address.
var outcomes = map[string]string{
	"taken":    "It is yours.",
	"assigned": "It is given.",
	"resolved": "It is resolved.",
	"closed":   "The incident is closed.",
	"entered":  "The authorization is entered.",
	"revoked":  "The authorization is revoked. Posts that rest on it are listed to take down.",
	"posted":   "The post is noted.",
	"down":     "Noted that the post is down.",
	"disabled": "The user can no longer sign in.",
}

// done is what to tell on a page that an action led back to.
func done(r *http.Request) string { return outcomes[r.URL.Query().Get("done")] }

// back leads to a page, so that reloading it does not repeat the action.
func (s *server) back(w http.ResponseWriter, r *http.Request, path, outcome string) error {
	sign := "?"
	if strings.Contains(path, "?") {
		sign = "&"
	}
	http.Redirect(w, r, path+sign+"done="+url.QueryEscape(outcome), http.StatusSeeOther)
	return nil
}

// plain makes of a package's error what a person is told: without the package's
// name, as a sentence.
func plain(err error) string {
	words := err.Error()
	for range 2 {
		if _, rest, ok := strings.Cut(words, ": "); ok {
			words = rest
		}
	}
	return strings.ToUpper(words[:1]) + words[1:] + "."
}

// known makes of an error about what is not there a page that says so.
func known(err, none error) error {
	if errors.Is(err, none) {
		return errNoPage
	}
	return err
}
