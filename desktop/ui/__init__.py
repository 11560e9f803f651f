"""What people see: the window and the words."""
