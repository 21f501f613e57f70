-- Purpose: what an action plan is divided into; a title that no source translates is NULL.
-- Columns: kind: code list section_kind; working_lt, working_en: our own title, where no source
--   has one in that language.
CREATE TABLE plan_section (
    plan VARCHAR NOT NULL,
    section VARCHAR NOT NULL,
    kind VARCHAR NOT NULL,
    title_lt VARCHAR,
    title_en VARCHAR,
    working_lt VARCHAR,
    working_en VARCHAR,
    PRIMARY KEY (plan, section)
);
