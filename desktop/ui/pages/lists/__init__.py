"""Lists that units bring: from the file to the people of the round."""
