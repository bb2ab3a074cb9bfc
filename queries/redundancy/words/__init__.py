"""Words: how names and texts are read, and which functions they speak of."""
