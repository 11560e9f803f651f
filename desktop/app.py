"""Composition root of the window: the one place that builds store, services, theme and window."""
