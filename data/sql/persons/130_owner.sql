-- Purpose: individual enterprises are legal entities; their owners' names are not shown.
UPDATE entity
SET name = public_name(name)
WHERE NOT starts_with(code, 'D') AND name <> public_name(name);
