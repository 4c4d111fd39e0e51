"""From a walk to frames: order of work, frame store, and where the work runs."""
