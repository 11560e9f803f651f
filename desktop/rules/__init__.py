"""The engine: packs, quantities, formulas, traces and checks."""
