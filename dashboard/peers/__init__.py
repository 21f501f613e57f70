"""A municipality among its peers, as it is shown anywhere: asked for, read, put into words."""
