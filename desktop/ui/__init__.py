"""What people see: the window and the words."""

from desktop.system.interpreter import keep_none

keep_none()  # before the first call into Qt
