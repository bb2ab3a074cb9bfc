"""The graph component: pyvis carries the nodes and edges, vis-network draws them where Python placed them."""
