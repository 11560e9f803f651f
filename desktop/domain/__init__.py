"""Plain data of the field and its invariants; knows no file, no table, no window."""
