-- Purpose: one row that says which build this is.
-- Columns: data_version: newest retrieval date and first 8 digits of the content checksum;
--   built_at: UTC; content_checksum: of every other table but change, which depends on what
--   was published before; input_checksum: of the loaded files.
CREATE TABLE build (
    data_version VARCHAR NOT NULL,
    built_at TIMESTAMP NOT NULL,
    content_checksum VARCHAR NOT NULL,
    input_checksum VARCHAR NOT NULL
);
