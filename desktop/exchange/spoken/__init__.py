"""Fingerprints and recovery codes in words, to be read out over the telephone."""
