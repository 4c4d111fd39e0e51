"""What is rendered when, and the thread that does it."""
