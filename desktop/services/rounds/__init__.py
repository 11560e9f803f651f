"""A round: opened, read whole, how ready it is, and the work that waits in it."""
