"""Typing people in: drafts, undo, the bin, copies, fields that stay."""
