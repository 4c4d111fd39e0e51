"""Processes of ours: how they are started, and how they talk."""
