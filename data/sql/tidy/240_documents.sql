-- Purpose: the documents in which plans, commitments and their statuses are written.
-- Columns: as data/tidy/columns.csv tells them.
CREATE VIEW tidy.documents AS
SELECT
    document,
    title,
    publisher,
    url,
    published_on,
    retrieved
FROM plan_document
ORDER BY document;
