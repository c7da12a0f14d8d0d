package staff

import (
	"embed"
	"errors"
	"html/template"
	"log/slog"
	"net/http"
	"net/netip"
	"time"

	"golang.org/x/time/rate"

	"github.com/phidetect/phidetect/examples/dmguard/internal/db"
	"github.com/phidetect/phidetect/examples/dmguard/internal/people"
	"github.com/phidetect/phidetect/examples/dmguard/internal/queue"
	"github.com/phidetect/phidetect/examples/dmguard/internal/register"
	"github.com/phidetect/phidetect/examples/dmguard/internal/trail"
	"github.com/phidetect/phidetect/examples/dmguard/internal/vault"
)

//go:embed pages
var pages embed.FS

// Options are what the pages show and act on.
type Options struct {
	DB       *db.DB
	Trail    *trail.Trail
	People   *people.People
	Queue    *queue.Queue
	Register *register.Register
	// Guard judges drafts.
	Guard Checker
	// Vault is nil where no text is kept.
	Vault *vault.Vault
	// Secure says that browsers come by TLS though the program does not serve it:
	// a proxy before it does.
	Secure bool
	// Place is where the clinic is, for the times that are shown; nil is UTC.
	Place *time.Location
	// Now is the clock, Log where failures are told; nil are the usual ones.
	Now func() time.Time
	Log *slog.Logger
}

type server struct {
	Options
	templates map[string]*template.Template
	// tries bounds attempts to sign in by address, allTries all of them.
	tries    *limiter[netip.Prefix]
	allTries *rate.Limiter
	// checks bounds how often each user has drafts checked.
	checks  *limiter[string]
	bearers bearers
}

// New makes the handler of /staff/ and /drafts/.
func New(o Options) (http.Handler, error) {
	if o.DB == nil || o.Trail == nil || o.People == nil || o.Queue == nil || o.Register == nil || o.Guard == nil {
		return nil, errors.New("staff: Options: only Vault, Place, Now and Log may be nil")
	}
	if o.Place == nil {
		o.Place = time.UTC
	}
	if o.Now == nil {
		o.Now = time.Now
	}
	if o.Log == nil {
		o.Log = slog.Default()
	}
	s := &server{
		Options:  o,
		tries:    newLimiter[netip.Prefix](10*time.Second, 6, 10_000),
		allTries: rate.NewLimiter(5, 50),
		checks:   newLimiter[string](checkEvery, checkBurst, 1000),
	}
	var err error
	if s.templates, err = s.parse(); err != nil {
		return nil, err
	}
	var origins http.CrossOriginProtection
	origins.SetDenyHandler(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) { s.fail(w, r, people.Session{}, errCSRF) }))
	return s.headers(origins.Handler(s.routes())), nil
}

func (s *server) routes() http.Handler {
	desk, read := may(people.HandleQueue), may(people.ReadText)
	incidents, authorizations := may(people.HandleIncidents), may(people.HandleAuthorizations)
	mux := http.NewServeMux()
	mux.Handle("GET /{$}", http.RedirectHandler("/staff/", http.StatusSeeOther))
	mux.HandleFunc("GET /staff/style.css", s.file("style.css", "text/css; charset=utf-8"))
	mux.HandleFunc("GET /staff/icon.svg", s.file("icon.svg", "image/svg+xml"))
	mux.HandleFunc("GET /staff/sign-in", s.signInForm)
	mux.HandleFunc("POST /staff/sign-in", s.signIn)
	mux.HandleFunc("POST /staff/sign-out", s.action(desk, s.signOut))

	mux.HandleFunc("GET /staff/{$}", s.page(desk, s.queue))
	mux.HandleFunc("GET /staff/thread", s.page(desk, s.thread))
	mux.HandleFunc("POST /staff/thread/take", s.action(desk, s.takeThread))
	mux.HandleFunc("POST /staff/thread/resolve", s.action(desk, s.resolveThread))
	mux.HandleFunc("POST /staff/thread/read", s.action(read, s.readMessage))
	mux.HandleFunc("POST /staff/notices/{id}/assign", s.action(desk, s.assignNotice))
	mux.HandleFunc("POST /staff/notices/{id}/resolve", s.action(desk, s.resolveNotice))
	mux.HandleFunc("GET /staff/incidents", s.page(incidents, s.incidents))
	mux.HandleFunc("POST /staff/incidents/{id}/assign", s.action(incidents, s.assignIncident))
	mux.HandleFunc("POST /staff/incidents/{id}/close", s.action(incidents, s.closeIncident))

	mux.HandleFunc("GET /staff/drafts", s.page(desk, s.drafts))
	mux.HandleFunc("POST /staff/drafts", s.action(desk, s.checkDraft))
	mux.HandleFunc("/drafts/check", s.checkDraftAPI)

	mux.HandleFunc("GET /staff/authorizations", s.page(authorizations, s.authorizations))
	mux.HandleFunc("POST /staff/authorizations", s.action(authorizations, s.addAuthorization))
	mux.HandleFunc("POST /staff/authorizations/{id}/revoke", s.action(authorizations, s.revokeAuthorization))
	mux.HandleFunc("POST /staff/authorizations/{id}/posts", s.action(authorizations, s.notePost))
	mux.HandleFunc("POST /staff/posts/{id}/down", s.action(authorizations, s.takeDownPost))

	mux.HandleFunc("GET /staff/users", s.page(admin, s.users))
	mux.HandleFunc("POST /staff/users", s.action(admin, s.addUser))
	mux.HandleFunc("POST /staff/users/{name}/renew", s.action(admin, s.renewUser))
	mux.HandleFunc("POST /staff/users/{name}/disable", s.action(admin, s.disableUser))
	mux.HandleFunc("GET /staff/audit", s.page(admin, s.audit))
	mux.HandleFunc("POST /staff/audit/export", s.action(admin, s.exportAudit))

	mux.HandleFunc("/", func(w http.ResponseWriter, r *http.Request) {
		who, err := s.session(r)
		if err != nil {
			who = people.Session{}
		}
		s.fail(w, r, who, errNoPage)
	})
	return mux
}

// file serves what stands beside the pages.
func (s *server) file(name, kind string) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		b, err := pages.ReadFile("pages/" + name)
		if err != nil {
			s.fail(w, r, people.Session{}, err)
			return
		}
		w.Header().Set("Content-Type", kind)
		w.Header().Set("Cache-Control", "max-age=300")
		w.Write(b)
	}
}
