-- Purpose: municipality-years whose figures were accepted without the part that some indicators rest
--   on, as historical tables are: there, what is not mentioned is unknown and not zero.
-- Columns: group: of indicators.
CREATE TABLE not_delivered (
    municipality VARCHAR NOT NULL,
    year INTEGER NOT NULL,
    "group" VARCHAR NOT NULL
);
