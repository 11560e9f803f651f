"""The machine around the program: paths, clock, logging."""
