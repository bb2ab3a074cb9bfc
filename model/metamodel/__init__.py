"""The declaration of every kind, relation, property and choice."""
