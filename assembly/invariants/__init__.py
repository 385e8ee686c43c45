"""Rules about the Assembly and the money."""
