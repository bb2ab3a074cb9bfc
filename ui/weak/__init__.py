"""Titik rawan: weak points, promises of recovery and unavailability as people read them, without a page."""
