"""From the check to the answer: what holds a round back, how it goes, what came back, practice."""
