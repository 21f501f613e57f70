-- Purpose: recipients in published tables whose kind no rule could tell.
-- Columns: source, code, name; amount: euros, of all years.
SELECT
    submission.source,
    allocation.entity AS code,
    any_value(entity.name) AS name,
    sum(allocation.executed) AS amount
FROM allocation
JOIN entity ON entity.code = allocation.entity
JOIN submission
    ON submission.municipality = allocation.municipality AND submission.year = allocation.year
WHERE allocation.kind = 'undecided'
GROUP BY ALL
ORDER BY amount DESC, code ASC;
