-- Purpose: competitions that are known by a published list of their winners alone, where the
--   municipality told of none itself: what a list of winners cannot tell is not known.
-- Reads: sheet, the rows of sheet awards; competition, where those that municipalities told of are.
-- Columns: as in table competition; competition: the name that the list gives it; funded: how many
--   grants; awarded: their sum; link: that of all its grants, if they have one and the same.
SELECT
    sheet.municipality,
    sheet.year,
    sheet.programme AS competition,
    min(sheet.area) AS area,
    NULL AS announced,
    NULL AS budget,
    NULL AS applications,
    count(*) FILTER (sheet.awarded > 0) AS funded,
    NULL AS requested,
    sum(sheet.awarded) AS awarded,
    if(min(sheet.link) = max(sheet.link), min(sheet.link), NULL) AS link,
    any_value(sheet.from_file) AS from_file,
    array_to_string(
        list_sort(
            flatten(
                list(string_split(sheet.from_rows, ' ')::INTEGER [])
                FILTER (sheet.from_rows IS NOT NULL)
            )
        ),
        ' '
    ) AS from_rows
FROM sheet
ANTI JOIN competition USING (municipality, year)
WHERE sheet.mode = 'competition'
GROUP BY sheet.municipality, sheet.year, sheet.programme
ORDER BY sheet.municipality, sheet.year, sheet.programme;
