"""How a file becomes a plan, and the graph a file."""
