"""What programs can ask the atlas for, in whatever way: tables, each narrowed as they wish."""
