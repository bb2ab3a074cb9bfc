"""What can be asked of the graph and written to it: store, Cypher, snapshot, analyses."""
