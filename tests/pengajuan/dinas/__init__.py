"""A made-up Dinas: whole submissions in three layouts, clean and with seeded defects."""
