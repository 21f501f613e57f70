-- Purpose: what a list tells of its recipients besides what they received.
-- Parameters: $items: of serving.recipient, with commas between.
-- Columns: item, code, name, kind, legal_form, municipality: of serving.recipient.
SELECT item, code, name, kind, legal_form, municipality
FROM serving.recipient
WHERE item IN (SELECT unnest(string_split($items, ','))::INTEGER);
