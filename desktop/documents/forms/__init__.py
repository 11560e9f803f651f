"""Printed forms: the annexes that offices sign, as workbooks and as PDF. Every form is filled by its caller."""
