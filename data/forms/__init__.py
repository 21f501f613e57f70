"""The standard form: defined once, handed out empty, read back, checked to the cell, published."""
