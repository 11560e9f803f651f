"""Between a parent unit and its subordinates: taking in, sending back, passing on."""
