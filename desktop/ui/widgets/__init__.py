"""Building blocks of the pages: fields, cards, tables and drawings that know nothing of services."""
