"""Signatures: who holds a key, how the manifest is signed, how a signature is checked."""
