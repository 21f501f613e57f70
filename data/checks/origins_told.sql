-- A row: one of a file that does not say which rows of it, or that is a form whose columns stand
--   nowhere; or an invented one that names a file. What came before files were noted names neither;
--   a sum of transfers names its part alone.
-- LT: Kiekviena tikra eilutė nurodo failą, jo lapą ir eilutes, iš kurių paimta (jei gauta, kai tai
--     jau buvo žymima), o pavedimų suma – jų savivaldybę ir metus; sugalvotos nenurodo jokio failo.
-- EN: Each real row says of which file, sheet and rows it is (if it came since that is noted), a sum
--     of transfers of which municipality and year; invented ones name no file.
WITH told AS (
    SELECT 'allocation' AS of_table, ['allocations'] AS sheets, municipality, year, from_file, from_rows
    FROM allocation
    UNION ALL
    SELECT 'competition', ['competitions', 'awards'], municipality, year, from_file, from_rows
    FROM competition
    UNION ALL
    SELECT 'service', ['services'], municipality, year, from_file, from_rows
    FROM service
    UNION ALL
    SELECT 'openness', ['openness'], municipality, year, from_file, from_rows
    FROM openness
    UNION ALL
    SELECT 'award', ['awards'], municipality, year, from_file, from_rows
    FROM award
),

-- Where a sheet has one record its columns stand in cells, and its row needs no number.
stands AS (
    SELECT file, sheet, bool_and(regexp_full_match(place, '[A-Z]+[0-9]+')) AS in_cells
    FROM input_place
    WHERE regexp_full_match(place, '[A-Z]+[0-9]*')
    GROUP BY file, sheet
)

SELECT told.of_table, told.municipality, told.year, told.from_file, told.from_rows
FROM told
JOIN submission USING (municipality, year)
LEFT JOIN input_file ON told.from_file = input_file.file
LEFT JOIN stands ON told.from_file = stands.file AND list_contains(told.sheets, stands.sheet)
WHERE
    CASE
        WHEN told.from_file IS NULL THEN told.from_rows IS NOT NULL
        WHEN submission.demo THEN TRUE
        WHEN input_file.kind = 'transfers' THEN told.from_rows IS NOT NULL
        WHEN stands.file IS NULL AND input_file.kind = 'form' THEN TRUE
        WHEN stands.in_cells THEN told.from_rows IS NOT NULL
        ELSE NOT coalesce(regexp_full_match(told.from_rows, '[1-9][0-9]*( [1-9][0-9]*)*'), FALSE)
    END
ORDER BY ALL;
