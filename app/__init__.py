"""One front door to the program: command line."""
