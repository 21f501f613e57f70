"""What is there and whence, and all of it to take."""
