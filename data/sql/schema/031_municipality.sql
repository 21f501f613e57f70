-- Purpose: the 60 municipalities.
-- Columns: code: the Address Register's two digits, text; county: code of its county;
--   group: city, resort, ring or other; sort_lt: place in Lithuanian alphabetical order;
--   wikidata: item number with its Q.
CREATE TABLE municipality (
    code VARCHAR PRIMARY KEY,
    name_lt VARCHAR NOT NULL,
    name_full_lt VARCHAR NOT NULL,
    name_en VARCHAR NOT NULL,
    type VARCHAR NOT NULL,
    "group" VARCHAR NOT NULL,
    county VARCHAR NOT NULL,
    nuts3 VARCHAR NOT NULL,
    iso VARCHAR NOT NULL,
    area_km2 DECIMAL(9, 2) NOT NULL,
    sort_lt INTEGER NOT NULL,
    wikidata VARCHAR NOT NULL
);
