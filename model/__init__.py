"""What an architecture is: kinds, relations, records, the availability rule. Pure, no input or output."""
