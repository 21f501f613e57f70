"""What differs between two years, or between two indicators in one unit."""
