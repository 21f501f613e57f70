-- Purpose: the scales on which commitments are assessed, each kept as its assessor uses it.
-- Columns: scale: code list commitment_scale; kind: 'implementation' (how much is done), 'result'
--   (what changed), 'design' (how the commitment is written); assessors: who uses it, codes with
--   spaces between.
CREATE TABLE commitment_scale (
    scale VARCHAR PRIMARY KEY,
    kind VARCHAR NOT NULL,
    assessors VARCHAR NOT NULL,
    about_lt VARCHAR NOT NULL,
    about_en VARCHAR NOT NULL
);
