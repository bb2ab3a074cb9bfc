"""Groups of applications that do the same work: coverage, which to keep, and what becomes of the others."""
