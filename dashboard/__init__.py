"""The dashboard: pages, pictures, language, addresses, server and command line."""
