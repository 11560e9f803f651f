"""Papers on the screen: the register, whose they are, pins on their pages, copies without numbers."""
