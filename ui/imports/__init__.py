"""Impor: uploads, what they were read as, plans, findings and loads as people read them, without a page."""
