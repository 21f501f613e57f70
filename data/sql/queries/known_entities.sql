-- Purpose: legal entities that a form's recipients can be compared with.
-- Parameters: $demo: whether invented ones, whose codes begin with D, are wanted too.
-- Columns: code, name, kind: code list recipient_kind; legal_form: code list, NULL if not known.
--   Those of which only the code is known, or no kind that forms offer, are left out.
SELECT entity.code, entity.name, entity.recipient_kind AS kind, entity.legal_form
FROM entity
JOIN code AS kinds
    ON kinds.list = 'recipient_kind' AND kinds.code = entity.recipient_kind AND kinds.offered
WHERE
    entity.name IS NOT NULL
    AND entity.code <> 'private'
    AND ($demo OR NOT starts_with(entity.code, 'D'))
ORDER BY entity.code;
