"""The dialog with the presets."""
