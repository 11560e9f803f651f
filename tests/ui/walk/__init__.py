"""A walk of every page: can everybody reach, read and understand all that is on it?"""
