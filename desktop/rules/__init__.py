"""The engine: packs, quantities, formulas, traces and checks."""

ENGINE_VERSION = "1.1"
"""Rises when the same pack and record could give another value, step or word."""
