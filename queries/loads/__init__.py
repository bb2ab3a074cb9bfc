"""Loads: planning what a step changes, applying it whole or not at all, and taking it back."""
