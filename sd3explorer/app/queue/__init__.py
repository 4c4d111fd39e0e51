"""The queue of walks in the window: what it holds, and a process beside the window that runs it."""
