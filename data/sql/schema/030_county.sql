-- Purpose: the 10 counties.
CREATE TABLE county (
    code VARCHAR PRIMARY KEY,
    name_lt VARCHAR NOT NULL,
    name_full_lt VARCHAR NOT NULL,
    name_en VARCHAR NOT NULL,
    nuts3 VARCHAR NOT NULL,
    iso VARCHAR NOT NULL,
    area_km2 DECIMAL(9, 2) NOT NULL
);
