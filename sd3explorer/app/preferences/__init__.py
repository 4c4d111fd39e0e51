"""What people prefer, remembered from start to start, and the dialog in which they say so."""
