"""The reasoning: pure functions over a frozen Knowledge. Standard library only; no Django, database, clock or randomness."""
