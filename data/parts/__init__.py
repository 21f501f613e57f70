"""What is reckoned of a municipality and year alone, wherever its rows lie."""
