"""The plan of a delivery: which element each row means, what it changes, and what it leaves as it is."""
