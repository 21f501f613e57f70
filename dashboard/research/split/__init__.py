"""The three-way split of municipalities' money."""
