"""Trust: the root of Sở Tài chính, the certificates it issued and what each of them may sign."""
