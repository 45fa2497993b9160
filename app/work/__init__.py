"""Reading files in worker processes with limits, and keeping what was read."""
