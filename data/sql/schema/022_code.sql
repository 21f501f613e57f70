-- Purpose: every code list; position is the order to show the codes in, from 1.
-- Columns: offered: forms and menus offer it; the others stand only in tables that were published by
--   others and do not tell enough for one of ours.
CREATE TABLE code (
    list VARCHAR NOT NULL,
    code VARCHAR NOT NULL,
    label_lt VARCHAR NOT NULL,
    label_en VARCHAR NOT NULL,
    position INTEGER NOT NULL,
    offered BOOLEAN NOT NULL,
    PRIMARY KEY (list, code)
);
