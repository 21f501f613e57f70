-- Purpose: legal entities that a form's recipients can be compared with.
-- Parameters: $demo: whether invented ones, whose codes begin with D, are wanted too.
-- Columns: code, name, kind: code list recipient_kind; legal_form: code list, NULL if not known.
--   Those of which only the code is known, or no kind, are left out.
SELECT code, name, recipient_kind AS kind, legal_form
FROM entity
WHERE name IS NOT NULL AND recipient_kind IS NOT NULL AND ($demo OR NOT starts_with(code, 'D'))
ORDER BY code;
