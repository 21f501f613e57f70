"""The commitments without their looks: read from the store, chosen, compared, put into words."""
