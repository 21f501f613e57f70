-- Purpose: services as accepted forms have them.
-- Reads: sheet, the rows of sheet services.
-- Columns: as in table service.
SELECT
    municipality,
    year,
    service,
    area,
    provider_kind,
    transfer_stage,
    transfer_year,
    yearly_value,
    provider_code AS provider,
    from_file,
    from_rows
FROM sheet;
