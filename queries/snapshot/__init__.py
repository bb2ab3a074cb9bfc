"""The graph at one revision in immutable arrays, and what each element requires on a date."""
