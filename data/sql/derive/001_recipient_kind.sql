-- Purpose: what a recipient is, in each payment to it: where the municipality's form does not say, as the
--   list of entities has it. So nothing that adds up payments looks at that list.
UPDATE allocation
SET kind = entity.recipient_kind
FROM entity
WHERE allocation.kind IS NULL AND entity.code = allocation.entity;
