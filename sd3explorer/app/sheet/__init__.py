"""The sheet: variations of a walk side by side, to choose from."""
