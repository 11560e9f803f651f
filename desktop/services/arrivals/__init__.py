"""What came in: verified, put in its sender's order, taken in by its kind, held or refused."""
