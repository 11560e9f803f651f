"""What people see: the window and the words."""

from desktop.system.interpreter import keep_constants

keep_constants()  # before the first call into Qt
