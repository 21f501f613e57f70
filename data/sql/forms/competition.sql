-- Purpose: competitions as accepted forms have them.
-- Reads: sheet, the rows of sheet competitions.
-- Columns: as in table competition.
SELECT
    municipality,
    year,
    competition,
    area,
    announced,
    budget,
    applications,
    funded,
    requested,
    awarded,
    link,
    from_file,
    from_rows
FROM sheet;
