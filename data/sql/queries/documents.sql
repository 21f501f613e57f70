-- Purpose: the documents that facts of plans and commitments rest on.
-- Columns: document, title, publisher, url, published_on (NULL: gives no date), retrieved.
SELECT *
FROM plan_document
ORDER BY document;
