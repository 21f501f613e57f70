-- Purpose: allocations as accepted forms have them.
-- Reads: sheet, the rows of sheet allocations.
-- Columns: as in table allocation; the kind of recipient is what the form says.
SELECT
    municipality,
    year,
    code AS entity,
    area,
    mode,
    programme,
    financing,
    planned,
    revised,
    executed,
    kind,
    users,
    from_file,
    from_rows
FROM sheet;
