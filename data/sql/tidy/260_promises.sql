-- Purpose: which indicators each commitment should move, and how far.
-- Columns: as data/tidy/columns.csv tells them; target, target_year: NULL where nobody set one.
CREATE VIEW tidy.promises AS
SELECT
    promise.commitment,
    commitment.plan,
    promise.indicator,
    promise.unit,
    promise.area,
    promise.direction,
    promise.target,
    promise.target_year,
    promise.why_lt,
    promise.why_en,
    promise.document,
    commitment.source
FROM commitment_indicator AS promise
JOIN commitment_order USING (commitment)
JOIN commitment USING (commitment)
ORDER BY commitment_order.place, promise.rowid;
