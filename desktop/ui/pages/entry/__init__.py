"""The form of one person, field by field, and what helps to fill it."""
