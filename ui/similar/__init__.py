"""Aplikasi sejenis: pairs, groups, plans and proposals as people read them, without a page."""
