"""Editing: forms, drafts and merges as people fill them in, without a page."""
