"""What answers requests: routes, documents, static files, headers, guards."""
