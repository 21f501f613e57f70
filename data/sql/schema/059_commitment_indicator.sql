-- Purpose: the indicators of the atlas that a commitment should move.
-- Columns: indicator, unit: ids of the catalogue; area: a policy area or 'all'; direction: 'more'
--   or 'less'; target: in the unit, to be reached in target_year, NULL where nobody set one;
--   why_lt, why_en: why the two belong together, which is our own judgement; document: where the
--   target is written.
CREATE TABLE commitment_indicator (
    commitment VARCHAR NOT NULL,
    indicator VARCHAR NOT NULL,
    unit VARCHAR NOT NULL,
    area VARCHAR NOT NULL,
    direction VARCHAR NOT NULL,
    target DECIMAL(18, 2),
    target_year INTEGER,
    why_lt VARCHAR NOT NULL,
    why_en VARCHAR NOT NULL,
    document VARCHAR,
    PRIMARY KEY (commitment, indicator)
);
