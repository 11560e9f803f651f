"""What each person gets, computed by the packs: of a round, of a file, and what if something were otherwise."""
