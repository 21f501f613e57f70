-- Purpose: who won each competition, as far as it is told.
-- Columns: as data/tidy/columns.csv tells them; recipient: NULL for private persons; winner: place in serving.winner,
--   the same for as long as the data are.
CREATE VIEW tidy.winners AS
SELECT
    winner.rowid::INTEGER + 1 AS winner,
    winner.key AS competition,
    called.competition AS competition_name,
    called.called AS competition_name_order,
    called.municipality,
    municipality.name_lt AS municipality_name_lt,
    municipality.name_en AS municipality_name_en,
    municipality.sort_lt AS municipality_name_order,
    called.year,
    recipient.code AS recipient,
    recipient.name AS recipient_name,
    recipient.by_name AS recipient_name_order,
    winner.awarded,
    winner.requested,
    winner.title,
    called.demo,
    called.source
FROM serving.winner
JOIN serving.competition AS called ON called.key = winner.key
JOIN municipality ON municipality.code = called.municipality
LEFT JOIN serving.recipient ON recipient.code = winner.entity
ORDER BY winner.rowid;
