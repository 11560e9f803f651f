"""Starts the program: arguments lead to the window or to the command line."""
