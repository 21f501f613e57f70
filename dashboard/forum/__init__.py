"""A deck for a county forum: what scenes it has, and what each says; it knows no page."""
