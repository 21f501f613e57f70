-- Purpose: every check of this build and what it found; a build with bad rows is not published.
-- Columns: about_lt, about_en: what the check makes sure of; rows_found: rows that break it.
CREATE TABLE check_result (
    name VARCHAR PRIMARY KEY,
    about_lt VARCHAR NOT NULL,
    about_en VARCHAR NOT NULL,
    rows_found INTEGER NOT NULL
);
