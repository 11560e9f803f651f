"""On paper: the official forms, slips, receipts, sheets about keys, and the words they use."""
