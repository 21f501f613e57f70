-- Purpose: what one assessor said of a commitment once; rows are added, never changed.
-- Columns: assessor, obstacle: code lists; scale: of commitment_scale; status: code list
--   commitment_status; observed_on: NULL where the source gives no date; known_after: a day which
--   such an observation is known to follow; evidence: 'nėra' where the assessor says that there
--   is none, NULL where nothing is said; deadline_original, deadline_revised, finished_on: as
--   told with this status; document: of plan_document.
CREATE TABLE commitment_status (
    commitment VARCHAR NOT NULL,
    assessor VARCHAR NOT NULL,
    scale VARCHAR NOT NULL,
    status VARCHAR NOT NULL,
    observed_on DATE,
    known_after DATE,
    note_lt VARCHAR,
    note_en VARCHAR,
    evidence VARCHAR,
    obstacle VARCHAR,
    deadline_original DATE,
    deadline_revised DATE,
    finished_on DATE,
    document VARCHAR NOT NULL
);
