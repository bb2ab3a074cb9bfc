"""Dampak: what an impact, its causes and two impacts side by side say to people, without a page."""
