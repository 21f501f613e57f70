"""The tables that programs read: described, and narrowed to what is asked for."""
