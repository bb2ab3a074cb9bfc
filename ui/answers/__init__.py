"""Answers as JSON: the shapes of docs/cli.md. Fields may be added, none removed."""
