-- Purpose: which documents speak of a plan, and of a commitment of it.
-- Columns: commitment: NULL where the plan itself is meant.
CREATE TABLE plan_citation (
    plan VARCHAR NOT NULL,
    commitment VARCHAR,
    document VARCHAR NOT NULL
);
