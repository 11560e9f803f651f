"""A practised clerk at the real window: keys and mouse go in as events, time is counted."""
