-- Purpose: every code list; position is the order to show the codes in, from 1.
CREATE TABLE code (
    list VARCHAR NOT NULL,
    code VARCHAR NOT NULL,
    label_lt VARCHAR NOT NULL,
    label_en VARCHAR NOT NULL,
    position INTEGER NOT NULL,
    PRIMARY KEY (list, code)
);
