"""Lists that come in: templates, mappings, old fonts, and what a list changes in a round."""
