"""Cross tables: rows of one kind, columns of another, marks where two belong together."""
