"""After a dead PC or a program that was ended: what can be had back."""
