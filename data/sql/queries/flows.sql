-- Purpose: where the money of a municipality and year went: to which kinds of recipients, for which
--   areas, awarded how; and to whom. Only its stretch of what was received is read, once.
-- Parameters: $municipality, $year; $area: a policy area or 'all'; $kind: of recipients, or 'all'.
-- Columns: entity, name: of a recipient, empty in the rows of flows; recipient_kind; area,
--   mode: empty in the rows of recipients; executed: euros; recipients: how many.
WITH paid AS MATERIALIZED (
    SELECT
        item,
        kind,
        area,
        mode,
        sum(paid) AS executed
    FROM serving.receipt
    WHERE
        municipality = $municipality
        AND year = $year
        AND paid IS NOT NULL
        AND ($area = 'all' OR area = $area)
        AND ($kind = 'all' OR kind = $kind)
    GROUP BY item, kind, area, mode
),

flow AS (
    SELECT
        -1 AS item,
        kind,
        area,
        mode,
        sum(executed) AS executed,
        count(*) FILTER (item > 0) AS recipients
    FROM paid
    GROUP BY kind, area, mode
    UNION ALL
    SELECT
        item,
        kind,
        '' AS area,
        '' AS mode,
        sum(executed) AS executed,
        1 AS recipients
    FROM paid
    GROUP BY item, kind
)

SELECT
    if(flow.item < 0, '', coalesce(recipient.code, 'private')) AS entity,
    coalesce(recipient.name, '') AS name,
    flow.kind AS recipient_kind,
    flow.area,
    flow.mode,
    flow.executed,
    flow.recipients
FROM flow
LEFT JOIN serving.recipient ON recipient.item = flow.item
ORDER BY flow.executed DESC, entity ASC, recipient_kind ASC, flow.area ASC, flow.mode ASC;
