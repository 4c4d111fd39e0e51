"""Walks that become files, one after the other: what waits, what came of it, and who makes them."""
