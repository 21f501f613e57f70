"""What: sources become checked tables in one database, and the views that read it."""
