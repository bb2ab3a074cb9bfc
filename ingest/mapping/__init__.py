"""Mappings: what people say the tables of another tool mean, as files."""
