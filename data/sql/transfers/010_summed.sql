-- Purpose: transfers of money added up, so that what is kept grows with recipients and not with transfers.
-- Reads: transfer, of parts: municipality, year, code, name, kind, area, mode, programme, financing, amount.
-- Grain: municipality, year, code, kind, area, mode, programme, financing.
-- Columns: executed: euros; untold: transfers without an amount; transfers: how many were added up.
CREATE TEMPORARY TABLE summed AS
SELECT
    municipality,
    year,
    code,
    max(name) AS name,
    kind,
    area,
    mode,
    programme,
    financing,
    sum(amount::DECIMAL(14, 2))::DECIMAL(14, 2) AS executed,
    count(*) - count(amount) AS untold,
    count(*) AS transfers
FROM transfer
GROUP BY ALL;
