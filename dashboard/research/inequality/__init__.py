"""How unequal municipalities are, and whether neighbours are alike."""
