"""The window: everything of Qt, and nothing of Keras."""
