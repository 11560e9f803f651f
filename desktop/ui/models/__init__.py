"""Tables of records, sorted and filtered as Vietnamese lists are."""
