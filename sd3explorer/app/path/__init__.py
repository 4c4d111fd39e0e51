"""The left panel: prompts, path and noise."""
