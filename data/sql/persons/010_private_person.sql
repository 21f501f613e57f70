-- Purpose: the recipients and providers that are private persons, as far as name and code tell it;
--   invented ones are legal entities all.
-- Columns: code; name: NULL where only the code is known; kind: code list recipient_kind.
CREATE TEMPORARY TABLE private_person AS
SELECT code, name, recipient_kind AS kind
FROM entity
WHERE NOT starts_with(code, 'D') AND private_entity(code, coalesce(name, ''));
