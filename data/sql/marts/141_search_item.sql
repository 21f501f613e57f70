-- Purpose: what can be searched by words: recipients and competitions.
-- Columns: sought: 'recipient' or 'competition'; item: its number within them, real ones first, then by money, the
--   most first; key: that ends its address; name; detail: of a recipient its kind, of a competition its policy area;
--   municipality; year: of a competition; money: euros; words: by which it is found, folded.
-- Order: sought, item.
CREATE TABLE serving.search_item AS
WITH found AS (
    SELECT
        'recipient' AS sought,
        item,
        code AS key,
        name,
        kind AS detail,
        municipality,
        NULL AS year,
        demo,
        coalesce(paid, awarded)::DECIMAL(18, 2) AS money,
        folded AS words
    FROM serving.recipient
    UNION ALL
    SELECT
        'competition' AS sought,
        row_number() OVER (ORDER BY demo ASC, awarded DESC, key ASC)::INTEGER AS item,
        key,
        competition AS name,
        area AS detail,
        municipality,
        year,
        demo,
        awarded AS money,
        fold(
            concat_ws(
                ' ',
                competition,
                year,
                place.name_full_lt,
                place.name_en,
                areas.label_lt,
                areas.label_en
            )
        ) AS words
    FROM serving.competition AS called
    JOIN municipality AS place ON place.code = called.municipality
    LEFT JOIN code AS areas ON areas.list = 'policy_area' AND areas.code = called.area
)

SELECT *
FROM found
ORDER BY sought, item;
