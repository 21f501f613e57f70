-- Purpose: what the state committed itself to.
-- Columns: commitment: plan-section-number, '3-I-1'; ogp_id: the partnership's own code.
CREATE TABLE commitment (
    commitment VARCHAR PRIMARY KEY,
    plan VARCHAR NOT NULL,
    section VARCHAR NOT NULL,
    number INTEGER NOT NULL,
    title_lt VARCHAR NOT NULL,
    title_en VARCHAR NOT NULL,
    institution_lt VARCHAR NOT NULL,
    institution_en VARCHAR NOT NULL,
    ogp_id VARCHAR,
    source VARCHAR NOT NULL
);
