"""The middle: the frame under the playhead."""
