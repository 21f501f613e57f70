"""Shown: pages, figures, language, URL state, server and command line."""
