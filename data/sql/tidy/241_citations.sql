-- Purpose: which document speaks of which plan and commitment.
-- Columns: as data/tidy/columns.csv tells them; commitment: NULL where a document speaks of the plan as a whole.
CREATE VIEW tidy.citations AS
SELECT
    plan,
    commitment,
    document
FROM plan_citation
ORDER BY plan::INTEGER, commitment NULLS FIRST, document;
