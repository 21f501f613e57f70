-- Purpose: action plans of the Open Government Partnership; years that are not known are NULL.
CREATE TABLE action_plan (
    plan VARCHAR PRIMARY KEY,
    start_year INTEGER,
    end_year INTEGER,
    title_lt VARCHAR NOT NULL,
    title_en VARCHAR NOT NULL,
    source VARCHAR NOT NULL
);
