"""The way of a list into the program, step by step."""
