// Package outbox holds what is to be done on the platform, so that a crash loses
// nothing and sends nothing twice.
//
//	queued ──Claim──▶ sending ──Sent──▶ sent
//	   ▲                 │ ├──GiveUp──▶ failed      (the platform refused it)
//	   └─────Retry───────┘ └──Doubt───▶ uncertain   (no answer; after a crash)
//	queued ──window over──▶ expired, ──unsent──▶ cancelled
//
// Claim puts 'sending' on disk before the call is made. What is 'sending' when
// the program starts was in the air when it died: Recover makes a reply
// 'uncertain', which is never sent again, and tells staff; a comment's hiding is
// queued anew, since to hide twice does no harm. Retry is for calls that surely
// did not arrive; one that may have arrived (a timeout after it was written) is a
// Doubt.
//
// Staff get a notice of whatever did not go out, and the audit trail a line of
// every outcome.
package outbox
