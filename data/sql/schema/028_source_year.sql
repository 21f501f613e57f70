-- Purpose: the years that each source has figures of; none where they are not tied to years.
CREATE TABLE source_year (
    source VARCHAR NOT NULL,
    year INTEGER NOT NULL,
    PRIMARY KEY (source, year)
);
