-- Purpose: grants as published lists have them, numbered within municipality and year.
-- Reads: sheet, the rows of sheet awards.
-- Columns: as in table award.
SELECT
    municipality,
    year,
    row_number() OVER (
        PARTITION BY municipality, year
        ORDER BY
            code, reference, awarded_on, programme, title, awarded, requested, area, mode, link,
            length(from_rows), from_rows
    ) AS number,
    code AS entity,
    title,
    programme,
    area,
    mode,
    awarded,
    requested,
    awarded_on,
    reference,
    link,
    from_file,
    from_rows
FROM sheet
ORDER BY municipality, year, number;
