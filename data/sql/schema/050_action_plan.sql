-- Purpose: action plans of the Open Government Partnership; what is not known is NULL.
-- Columns: state: code list plan_state; published: how many commitments its source says it has.
CREATE TABLE action_plan (
    plan VARCHAR PRIMARY KEY,
    start_year INTEGER,
    end_year INTEGER,
    title_lt VARCHAR NOT NULL,
    title_en VARCHAR NOT NULL,
    state VARCHAR NOT NULL,
    published INTEGER,
    note_lt VARCHAR,
    note_en VARCHAR,
    source VARCHAR NOT NULL
);
