-- Purpose: who received money or a grant, an entity each; private persons are none of them.
-- Columns: item: its number in this table; name: its code where only that is known; kind, legal_form, municipality:
--   of entity; demo: it is invented; paid, awarded: euros of all years, NULL where there is none; municipalities: how
--   many gave it something; by_name: its place in Lithuanian alphabetical order; folded: its name and code as they are
--   searched.
-- Order: real ones first, then by what they were paid and awarded, so that those looked at first lie together.
CREATE TABLE serving.recipient AS
WITH total AS (
    SELECT
        entity AS code,
        bool_and(demo) AS demo,
        sum(paid)::DECIMAL(18, 2) AS paid,
        sum(awarded)::DECIMAL(18, 2) AS awarded,
        min(year) AS first_year,
        max(year) AS last_year,
        count(DISTINCT municipality)::INTEGER AS municipalities
    FROM serving.received
    WHERE entity <> 'private'
    GROUP BY entity
)

SELECT
    row_number() OVER (
        ORDER BY total.demo ASC, total.paid DESC NULLS LAST, total.awarded DESC NULLS LAST, code ASC
    )::INTEGER AS item,
    code,
    coalesce(entity.name, code) AS name,
    entity.recipient_kind AS kind,
    entity.legal_form,
    entity.municipality,
    total.* EXCLUDE (code),
    row_number() OVER (ORDER BY icu_sort_key(coalesce(entity.name, code), 'lt'), code)::INTEGER AS by_name,
    fold(coalesce(entity.name, '') || ' ' || code) AS folded
FROM total
JOIN entity USING (code)
ORDER BY item;
