"""Practice: a sample unit in a profile of its own, whose root of trust nobody else knows."""
