"""The data as other catalogues read them: DCAT-AP for portals, schema.org for search engines."""
