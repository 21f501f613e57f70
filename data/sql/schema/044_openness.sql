-- Purpose: how openly a municipality works with NGOs.
-- Grain: municipality, year.
-- Columns: meetings: of the NGO council that year; ngo_share: per cent of the council's seats;
--   link, results_link: where the budget and the results of competitions are published.
-- from_file, from_rows: of which input_file, and which rows of its sheet; NULL where it is invented.
CREATE TABLE openness (
    municipality VARCHAR NOT NULL,
    year INTEGER NOT NULL,
    ngo_council BOOLEAN NOT NULL,
    meetings INTEGER NOT NULL,
    ngo_share DECIMAL(5, 2) NOT NULL,
    open_budget BOOLEAN NOT NULL,
    published_results BOOLEAN NOT NULL,
    link VARCHAR,
    results_link VARCHAR DEFAULT NULL,
    from_file VARCHAR DEFAULT NULL,
    from_rows VARCHAR DEFAULT NULL
);
