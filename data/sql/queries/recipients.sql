-- Purpose: who received money of a municipality in a year, to be filled into the next year's form;
--   one that was merged is replaced by its last successor, one that was closed is left out, and so are
--   private persons.
-- Parameters: $municipality: its code; $year: the year of the money; $demo: whether invented
--   recipients may be given too.
-- Columns: code, name; kind, area, mode: NULL where they are none that forms offer; programme: NULL where the mode is competition, because
--   each year's competitions are new.
-- Order: kind, area and mode as in their code lists, then name, code and programme.
WITH RECURSIVE heir AS (
    SELECT code AS ancestor, code FROM entity
    UNION
    SELECT heir.ancestor, entity.successor
    FROM heir
    JOIN entity USING (code)
    WHERE entity.successor IS NOT NULL
),

line AS (
    SELECT DISTINCT
        entity.code,
        entity.name,
        entity.recipient_kind AS kind,
        allocation.area,
        allocation.mode,
        if(allocation.mode = 'competition', NULL, allocation.programme) AS programme
    FROM allocation
    JOIN submission USING (municipality, year)
    JOIN heir ON heir.ancestor = allocation.entity
    JOIN entity ON entity.code = heir.code
    WHERE
        allocation.municipality = $municipality
        AND allocation.year = $year
        AND (NOT submission.demo OR $demo)
        AND entity.code <> 'private'
        AND entity.successor IS NULL
        AND (entity.closed_on IS NULL OR year(entity.closed_on) > $year)
)

SELECT
    line.code,
    line.name,
    if(kinds.offered, line.kind, NULL) AS kind,
    if(areas.offered, line.area, NULL) AS area,
    if(modes.offered, line.mode, NULL) AS mode,
    line.programme
FROM line
JOIN code AS kinds ON kinds.list = 'recipient_kind' AND kinds.code = line.kind
JOIN code AS areas ON areas.list = 'policy_area' AND areas.code = line.area
JOIN code AS modes ON modes.list = 'award_mode' AND modes.code = line.mode
ORDER BY
    kinds.position,
    areas.position,
    modes.position,
    line.name,
    line.code,
    line.programme;
