-- Purpose: what the state committed itself to; what no source says is NULL.
-- Columns: commitment: plan-section-number, '3-I-1', or plan-number where no section is known,
--   '4-3'; theme: our own grouping, code list commitment_theme;
--   working_lt, working_en: our own title, where no source has one in that language; ogp_id: the partnership's own
--   code; start_on, deadline_original: days in the commitment's text.
CREATE TABLE commitment (
    commitment VARCHAR PRIMARY KEY,
    plan VARCHAR NOT NULL,
    section VARCHAR,
    number INTEGER NOT NULL,
    theme VARCHAR NOT NULL,
    title_lt VARCHAR,
    title_en VARCHAR,
    working_lt VARCHAR,
    working_en VARCHAR,
    ogp_id VARCHAR,
    start_on DATE,
    deadline_original DATE,
    note_lt VARCHAR,
    note_en VARCHAR,
    source VARCHAR NOT NULL
);
