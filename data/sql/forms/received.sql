-- Purpose: what accepted forms paid to each recipient, for the next form to be compared with.
-- Reads: sheet, the rows of sheet allocations, all of them text.
-- Columns: municipality, year, code; executed: euros, as text, so that no cent is lost; name, kind:
--   as the form has them.
SELECT
    municipality,
    year::INTEGER AS year,
    code,
    sum(executed::DECIMAL(14, 2))::VARCHAR AS executed,
    any_value(name) AS name,
    any_value(kind) AS kind
FROM sheet
GROUP BY ALL
ORDER BY year, municipality, code;
