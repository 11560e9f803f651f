"""Checks of a dossier and of a round: coded rules that say what is wrong, how bad it is, and where to mend it."""
