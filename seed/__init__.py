"""The example province, delivered as agencies deliver."""
