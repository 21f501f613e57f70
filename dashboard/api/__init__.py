"""The atlas for programs, by addresses: tables, figures and their description."""
