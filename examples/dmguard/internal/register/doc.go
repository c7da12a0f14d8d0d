// Package register keeps patients' authorizations to be spoken of or shown
// (45 CFR 164.508): what may be told, where, for what purpose, until when, and
// whether it was revoked. The guard lets a draft that identifies somebody pass
// only with one that covers it.
//
// An entry points to the signed form by where the clinic has filed it, and holds
// no name: the words of the names that it is for are kept as keyed hashes, enough
// to tell whether a draft names somebody else. Who holds the secret can try names;
// nobody else can.
//
// Posts that rest on an authorization are noted with it. Revoke answers with
// those to take down, and ToTakeDown lists what is still up of all that were
// revoked or have expired.
package register
