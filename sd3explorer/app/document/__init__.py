"""The walk as a document: edits, files, recovery."""
