"""Made-up submissions, shipped so that a fresh installation can show what it does."""
