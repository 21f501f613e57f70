-- Purpose: what was paid out, with the recipient's kind as the municipality sees it: two of them may
--   see an entity differently, and each one's figures add up as it declared them.
-- Columns: of allocation; recipient_kind: code list; executed: euros.
CREATE VIEW payment AS
SELECT * EXCLUDE (kind), kind AS recipient_kind
FROM allocation;
