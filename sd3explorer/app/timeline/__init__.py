"""The bottom: every frame of the walk, and its keyframes."""
