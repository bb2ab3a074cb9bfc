"""How a sheet is laid out: its header, what it describes, what its columns mean, what people said."""
