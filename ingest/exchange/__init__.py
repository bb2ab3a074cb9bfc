"""ArchiMate models: the Model Exchange File Format, read and written."""
