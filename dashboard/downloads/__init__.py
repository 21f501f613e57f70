"""What is taken away: tables and links, for all pages."""
