"""Policies as packs: at hand, drafted, compared, published, installed, kept."""
