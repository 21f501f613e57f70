"""The recipients of municipalities' money: the register, and each by itself."""
