"""Rulebook and submission in, Run out. Pure: no clock, no network, no files but the rules."""
