-- Purpose: the pages and reports that facts of plans and commitments rest on.
-- Columns: title: as published, in its own language, or what the page is, where its title
--   was not seen; published_on: NULL where it gives no date.
CREATE TABLE plan_document (
    document VARCHAR PRIMARY KEY,
    title VARCHAR NOT NULL,
    publisher VARCHAR NOT NULL,
    url VARCHAR NOT NULL,
    published_on DATE,
    retrieved DATE NOT NULL
);
