"""Quantities: small pure functions over the record and the pack's tables, each with its rule in its docstring."""
