-- Purpose: a rule for a published table may speak of a recipient by its name.
UPDATE applied_rule
SET conditions = public_conditions(conditions), value = public_conditions(value)
WHERE
    conditions <> public_conditions(conditions)
    OR value <> public_conditions(value);
