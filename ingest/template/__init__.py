"""Templates: workbooks an agency fills in, filled with what is known, and read again when they come back."""
