"""What was rendered before, by thumbnail."""
