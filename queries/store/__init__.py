"""The one door to the graph engine."""
