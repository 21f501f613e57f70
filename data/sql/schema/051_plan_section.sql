-- Purpose: what an action plan is divided into; a title that no source translates is NULL.
-- Columns: kind: code list section_kind.
CREATE TABLE plan_section (
    plan VARCHAR NOT NULL,
    section VARCHAR NOT NULL,
    kind VARCHAR NOT NULL,
    title_lt VARCHAR,
    title_en VARCHAR,
    PRIMARY KEY (plan, section)
);
