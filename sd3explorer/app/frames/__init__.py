"""The frames of the walk: which are there, and their pictures."""
