"""How walks are rendered, timed and exported, kept by name."""
