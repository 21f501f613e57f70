-- Purpose: what the marts must know of each indicator (from the catalogue).
-- Columns: by_area: known for each policy area too; rate: its query gives denominators;
--   of_residents: its denominator is residents / 10,000; share: it is a part of a whole, 0 to 1;
--   declarable: a declared "no money to NGOs by competition" says that it is zero; of_applications: its
--   denominator counts applications.
CREATE TABLE indicator (
    indicator VARCHAR PRIMARY KEY,
    "group" VARCHAR NOT NULL,
    by_area BOOLEAN NOT NULL,
    rate BOOLEAN NOT NULL,
    of_residents BOOLEAN NOT NULL,
    share BOOLEAN NOT NULL,
    declarable BOOLEAN NOT NULL,
    of_applications BOOLEAN NOT NULL
);
