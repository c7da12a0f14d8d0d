package db

import "time"

// Time gives the time of a column, in UTC.
func Time(ms int64) time.Time { return time.UnixMilli(ms).UTC() }
