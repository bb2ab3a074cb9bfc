"""The commands of simpul, a module each; they share how they read options, print and refuse."""
