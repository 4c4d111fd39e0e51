"""Named versions of the walk: kept, shown, and compared."""
