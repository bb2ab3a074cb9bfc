"""Answers as JSON: the shapes of the command line contract. Fields may be added, none removed."""
