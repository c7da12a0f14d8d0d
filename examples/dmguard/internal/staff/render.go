package staff

import (
	"bytes"
	"cmp"
	"fmt"
	"html/template"
	"net/http"
	"slices"
	"strings"
	"time"

	"github.com/phidetect/phidetect/examples/dmguard/internal/people"
	"github.com/phidetect/phidetect/identifiers"
	"github.com/phidetect/phidetect/phi"
)

// A view is what a page is made of.
type view struct {
	Title string
	// Who has signed in; the zero Session is nobody.
	Who people.Session
	// Done tells what an action did, Problem why it did not.
	Done, Problem string
	Data          any
}

// parse reads each page together with the layout around it.
func (s *server) parse() (map[string]*template.Template, error) {
	functions := template.FuncMap{
		"ago":   func(t time.Time) string { return ago(s.Now().Sub(t)) },
		"when":  func(t time.Time) string { return t.In(s.Place).Format("2 Jan 2006 15:04") },
		"day":   func(t time.Time) string { return t.In(s.Place).Format("2 Jan 2006") },
		"last":  func(t time.Time) string { return t.In(s.Place).Add(-time.Second).Format("2 Jan 2006") },
		"stamp": func(t time.Time) string { return t.UTC().Format(time.RFC3339) },
		"types": typeNames,
		"words": spaced,
		"code":  func(code string) string { return cmp.Or(codes[code], spaced(code)) },
		"menu":  menu,
		"may": func(role people.Role, page string) bool {
			return slices.ContainsFunc(menu(role), func(i menuItem) bool { return i.Name == page })
		},
		"heading": heading,
		// paths to pages of a thread
		"thread": threadPath,
		"draft":  draftPath,
	}
	out := map[string]*template.Template{}
	for _, name := range []string{"sign-in", "failure", "queue", "thread", "incidents", "drafts", "authorizations", "users", "token", "audit"} {
		t, err := template.New("layout.html").Funcs(functions).ParseFS(pages, "pages/layout.html", "pages/parts.html", "pages/"+name+".html")
		if err != nil {
			return nil, err
		}
		out[name] = t
	}
	return out, nil
}

// render writes a page whole, so that one that fails leaves no half.
func (s *server) render(w http.ResponseWriter, r *http.Request, status int, name string, v view) {
	var b bytes.Buffer
	if err := s.templates[name].Execute(&b, v); err != nil {
		s.Log.ErrorContext(r.Context(), "staff page cannot be made", "page", name)
		http.Error(w, "This page cannot be shown.", http.StatusInternalServerError)
		return
	}
	w.Header().Set("Content-Type", "text/html; charset=utf-8")
	w.WriteHeader(status)
	w.Write(b.Bytes())
}

// A menuItem is a page in the menu.
type menuItem struct{ Path, Name string }

// menu lists the pages that a role may see.
func menu(role people.Role) []menuItem {
	items := []menuItem{{"/staff/", "Queue"}, {"/staff/drafts", "Check a draft"}}
	if role.May(people.HandleIncidents) {
		items = append(items, menuItem{"/staff/incidents", "Incidents"})
	}
	if role.May(people.HandleAuthorizations) {
		items = append(items, menuItem{"/staff/authorizations", "Authorizations"})
	}
	if admin(role) {
		items = append(items, menuItem{"/staff/users", "Users"}, menuItem{"/staff/audit", "Audit trail"})
	}
	return items
}

// typeNames lists the types of a set as people read them.
func typeNames(set phi.TypeSet) []string {
	var out []string
	for _, t := range identifiers.Types() {
		if set.Has(t) {
			out = append(out, spaced(t.String()))
		}
	}
	return out
}

// codes are how notices and incidents end, in words.
var codes = map[string]string{
	"secure-channel":  "dealt with in the secure channel",
	"phone":           "dealt with by phone",
	"no-show":         "they did not come",
	"not-phi":         "it was no PHI",
	"no-action":       "nothing to do",
	"low-probability": "low probability that it was compromised",
	"own-disclosure":  "the patient had published it",
	"notified":        "a breach, notices went out",
}

func spaced(name any) string {
	return strings.NewReplacer("_", " ", "-", " ").Replace(fmt.Sprint(name))
}

// ago says how long something is past.
func ago(d time.Duration) string {
	count := func(n int, unit string) string {
		if n == 1 {
			return "1 " + unit + " ago"
		}
		return fmt.Sprintf("%d %ss ago", n, unit)
	}
	switch {
	case d < time.Minute:
		return "just now"
	case d < time.Hour:
		return count(int(d/time.Minute), "minute")
	case d < 48*time.Hour:
		return count(int(d/time.Hour), "hour")
	}
	return count(int(d/(24*time.Hour)), "day")
}
