"""Impact: states that failures lead to, why, through what, and what is not known."""
