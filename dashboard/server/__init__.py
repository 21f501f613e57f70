"""What answers requests: documents, routes, bundles, what is remembered, headers, guards."""
