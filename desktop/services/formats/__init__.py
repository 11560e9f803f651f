"""What travels and what the command line prints: versioned, strict JSON formats and their two-way translation."""
