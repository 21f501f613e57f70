-- Purpose: what municipalities and NGO centres remark on figures; it changes none of them.
-- Grain: remark.
-- Columns: remark: its id, R and a number; indicator, year: NULL where it is on all of them; office: who
--   says so; made_on: when it was taken in; withdrawn_on, why: NULL while it stands.
CREATE TABLE remark (
    remark VARCHAR NOT NULL,
    municipality VARCHAR NOT NULL,
    indicator VARCHAR,
    year INTEGER,
    office VARCHAR NOT NULL,
    made_on DATE NOT NULL,
    text_lt VARCHAR NOT NULL,
    text_en VARCHAR NOT NULL,
    link VARCHAR,
    withdrawn_on DATE,
    why VARCHAR
);
