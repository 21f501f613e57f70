-- Purpose: a place for the tables that programs read: flat, codes beside their names in both languages, one row
--   a thing. They are views of the others, and no content of their own.
CREATE SCHEMA tidy;
