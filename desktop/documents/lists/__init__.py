"""Lists that units made by hand in a spreadsheet: read as they are, nothing guessed."""
