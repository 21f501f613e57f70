"""A clerk's form, checked."""
