-- Purpose: by which rules values were given to the rows of tables that others published.
-- Grain: source, rules file, line.
-- Columns: column: of the form; file, line: where the rule stands, from 1; conditions: as it says
--   them, by headings of the table; value: that it gives, NULL for none; why_lt, why_en: the reason;
--   rows, recipients, amount (euros): what it decided.
CREATE TABLE applied_rule (
    source VARCHAR NOT NULL,
    file VARCHAR NOT NULL,
    line INTEGER NOT NULL,
    "column" VARCHAR NOT NULL,
    conditions VARCHAR NOT NULL,
    value VARCHAR,
    why_lt VARCHAR,
    why_en VARCHAR,
    rows INTEGER NOT NULL,
    recipients INTEGER NOT NULL,
    amount DECIMAL(18, 2) NOT NULL
);
