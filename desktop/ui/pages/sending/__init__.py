"""The parts of the pages that check, sign, send and take answers."""
