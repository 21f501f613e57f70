"""From sources and forms to one checked, published database."""
