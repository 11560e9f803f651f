"""Parts of the pages on which people are typed in."""
