"""Search over everything: what can be found, what was asked, what fits it and how well."""
