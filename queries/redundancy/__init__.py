"""Which elements do the same work: evidence, scores, kinds, groups, decisions."""
