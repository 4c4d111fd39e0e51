"""What differs between the backends, one small module each, all with the same functions."""
