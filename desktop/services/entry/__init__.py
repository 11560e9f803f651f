"""Typing: what a record needs, help, cards, drafts, copies, undo."""
