"""The kinds of check that a rule may name: one module per family, each with its parameters and one function."""
