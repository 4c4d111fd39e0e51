"""Which sd3explorer this is."""

__version__ = "0.1.0"
