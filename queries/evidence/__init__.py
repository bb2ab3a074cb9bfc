"""What evaluators of SPBE ask for: inventories and matrices of the architecture as it is on a day."""
