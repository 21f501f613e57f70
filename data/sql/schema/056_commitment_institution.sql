-- Purpose: who answers for a commitment; there may be several, or none that a source names.
-- Columns: institution: code list.
CREATE TABLE commitment_institution (
    commitment VARCHAR NOT NULL,
    institution VARCHAR NOT NULL,
    PRIMARY KEY (commitment, institution)
);
