"""What is wrong in a filled-in form, cell by cell."""
