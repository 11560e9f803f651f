"""The container: an ASiC-E file with CAdES signature, written and read by one strict sub-profile of ZIP."""
