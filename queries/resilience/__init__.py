"""What is fragile: which failures, alone or together, take down what matters, and what to do about it."""
