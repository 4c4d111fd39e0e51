"""The tile that a finished file is dragged from."""
