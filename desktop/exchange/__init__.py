"""The signed package that passes between offices."""
