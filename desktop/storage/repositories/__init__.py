"""Repositories: the only place where records and rows meet."""
