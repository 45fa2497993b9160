"""A made-up submission of a kecamatan for 2025, with single faults that can be seeded into it one at a time."""
