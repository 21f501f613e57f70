-- Purpose: where the money of a municipality and year went: to which kinds of recipients, for which
--   areas, awarded how; and to whom. Only its stretch of the payments is read, once.
-- Parameters: $municipality, $year; $area: a policy area or 'all'; $kind: of recipients, or 'all'.
-- Columns: entity, name: of a recipient, empty in the rows of flows; recipient_kind; area,
--   mode: empty in the rows of recipients; executed: euros; recipients: how many.
WITH paid AS MATERIALIZED (
    SELECT
        entity,
        kind,
        area,
        mode,
        sum(executed) AS executed
    FROM allocation
    WHERE municipality = $municipality AND year = $year AND ($area = 'all' OR area = $area)
    GROUP BY entity, kind, area, mode
),

known AS (
    SELECT
        paid.entity,
        coalesce(entity.name, paid.entity) AS name,
        coalesce(paid.kind, entity.recipient_kind) AS recipient_kind,
        paid.area,
        paid.mode,
        paid.executed
    FROM paid
    JOIN entity ON entity.code = paid.entity
)

SELECT
    coalesce(entity, '') AS entity,
    coalesce(any_value(name) FILTER (entity IS NOT NULL), '') AS name,
    recipient_kind,
    coalesce(area, '') AS area,
    coalesce(mode, '') AS mode,
    sum(executed) AS executed,
    count(DISTINCT entity) AS recipients
FROM known
WHERE $kind = 'all' OR recipient_kind = $kind
GROUP BY GROUPING SETS ((recipient_kind, area, mode), (entity, recipient_kind))
ORDER BY executed DESC, entity, recipient_kind, area, mode;
