-- Purpose: who won each competition, as its page tells it.
-- Columns: key: of serving.competition; entity; awarded: euros; requested, title: of a published list of
--   grants, else NULL; from_file, from_rows: as there or in allocation.
-- Winners are those whom the municipality paid by the competition; where it told of no payment by it,
--   those of a published list.
-- Order: by key, so that those of one are found in a stretch of the table.
CREATE TABLE serving.winner AS
WITH paid AS (
    SELECT
        called.key,
        allocation.entity,
        sum(allocation.executed)::DECIMAL(14, 2) AS awarded,
        NULL::DECIMAL(14, 2) AS requested,
        NULL::VARCHAR AS title,
        any_value(allocation.from_file) AS from_file,
        string_agg(
            allocation.from_rows, ' ' ORDER BY split_part(allocation.from_rows, ' ', 1)::INTEGER
        ) AS from_rows
    FROM allocation
    JOIN serving.competition AS called
        ON
            called.municipality = allocation.municipality
            AND called.year = allocation.year
            AND called.competition = allocation.programme
    WHERE allocation.mode = 'competition'
    GROUP BY called.key, allocation.entity
),

listed AS (
    SELECT
        called.key,
        award.entity,
        award.awarded,
        award.requested,
        award.title,
        award.from_file,
        award.from_rows
    FROM award
    JOIN serving.competition AS called
        ON
            called.municipality = award.municipality
            AND called.year = award.year
            AND called.competition = award.programme
    ANTI JOIN paid ON paid.key = called.key
    WHERE award.mode = 'competition' AND award.awarded > 0
)

FROM paid
UNION ALL BY NAME
FROM listed
ORDER BY key ASC, awarded DESC, entity ASC, title ASC;
