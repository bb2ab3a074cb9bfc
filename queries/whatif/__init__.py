"""What-if: changes tried on a branch of the snapshot, and what they make better and worse."""
