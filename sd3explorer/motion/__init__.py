"""Even motion: how far pictures are apart, and where the frames of a walk must lie to be equally far."""
