"""Formulas of packs: parsed to a tree by our own parser, checked for units, evaluated exactly, put into words."""
