"""Lists in: what a unit's own workbook says, remembered, compared, taken in and taken back."""
