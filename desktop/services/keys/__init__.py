"""Keys, certificates and trust of an office: made, asked for, issued, kept, renewed, backed up, examined."""
