"""What was sent stays; what follows it says what changed, and is held against it."""
