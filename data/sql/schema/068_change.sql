-- Purpose: what changed from one build to the next, as many builds back as are kept.
-- Columns: number: place in the list, from 1, the newest build's first; data_version, built_at (UTC): of the
--   build that brought it; former_version: of the one that was published before; kind: code list
--   change_kind; subject: a correction's, commitment's, source's or remark's id; title_lt, title_en: of a
--   commitment or source; detail: assessor of a status, table and column of a correction, office of a
--   remark; before, after: state of a form or figure, a corrected value if it is a number, status of a
--   commitment, day on which a source was taken; before_numerator, before_denominator,
--   after_numerator, after_denominator: of a figure, value = numerator / denominator in the base unit;
--   before_demo, after_demo: it is invented, NULL where it was not there before or is there no more;
--   figures: how many figures of the municipality that build changed, as not all of them are listed.
-- It depends on what was published before, and so is no part of the checksum of the content.
CREATE TABLE change (
    number INTEGER NOT NULL,
    data_version VARCHAR NOT NULL,
    former_version VARCHAR NOT NULL,
    built_at TIMESTAMP NOT NULL,
    kind VARCHAR NOT NULL,
    municipality VARCHAR,
    year INTEGER,
    indicator VARCHAR,
    area VARCHAR,
    subject VARCHAR,
    title_lt VARCHAR,
    title_en VARCHAR,
    detail VARCHAR,
    before VARCHAR,
    after VARCHAR,
    before_numerator DECIMAL(18, 4),
    before_denominator DECIMAL(18, 4),
    after_numerator DECIMAL(18, 4),
    after_denominator DECIMAL(18, 4),
    before_demo BOOLEAN,
    after_demo BOOLEAN,
    figures INTEGER
);
