-- Purpose: municipality-years whose figures were accepted without the part that some indicators rest
--   on, as historical tables are: there, what is not mentioned is unknown and not zero.
-- Columns: group: of indicators; note_lt, note_en: why, where a published table cannot tell it; NULL
--   where it was simply not sent.
CREATE TABLE not_delivered (
    municipality VARCHAR NOT NULL,
    year INTEGER NOT NULL,
    "group" VARCHAR NOT NULL,
    note_lt VARCHAR DEFAULT NULL,
    note_en VARCHAR DEFAULT NULL
);
