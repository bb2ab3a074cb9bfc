"""Re-checks saved answers offline; shares no code with what finds them, but for texts and faults."""
