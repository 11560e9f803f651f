"""Papers of people: what is needed, what is there, where on a page it stands, copies without numbers."""
