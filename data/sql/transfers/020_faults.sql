-- Purpose: what is wrong with transfers, once they are added up.
-- Reads: summed.
-- Parameters: kinds, areas, modes, financings: the codes that there are.
-- Columns: municipality, year; name: of the column; seen: what stands there; known: which of the parameters has what
--   may stand there, '' where anything but nothing may; transfers: how many.
WITH fault AS (
    SELECT municipality, year, 'code' AS name, code AS seen, '' AS known, transfers
    FROM summed
    WHERE coalesce(code, '') = ''
    UNION ALL
    SELECT municipality, year, 'name', name, '', transfers
    FROM summed
    WHERE coalesce(name, '') = ''
    UNION ALL
    SELECT municipality, year, 'amount', NULL, '', untold
    FROM summed
    WHERE untold > 0
    UNION ALL
    SELECT municipality, year, 'kind', kind, 'kinds', transfers
    FROM summed
    WHERE NOT coalesce(list_contains($kinds, kind), FALSE)
    UNION ALL
    SELECT municipality, year, 'area', area, 'areas', transfers
    FROM summed
    WHERE NOT coalesce(list_contains($areas, area), FALSE)
    UNION ALL
    SELECT municipality, year, 'mode', mode, 'modes', transfers
    FROM summed
    WHERE NOT coalesce(list_contains($modes, mode), FALSE)
    UNION ALL
    SELECT municipality, year, 'financing', financing, 'financings', transfers
    FROM summed
    WHERE financing IS NOT NULL AND NOT list_contains($financings, financing)
    UNION ALL
    SELECT
        municipality,
        year,
        'kind' AS name,
        concat(code, ': ', string_agg(DISTINCT kind, ', ' ORDER BY kind)) AS seen,
        'one' AS known,
        sum(transfers)
    FROM summed
    GROUP BY municipality, year, code
    HAVING count(DISTINCT kind) > 1
)

SELECT municipality, year, name, seen, known, sum(transfers)::BIGINT AS transfers
FROM fault
GROUP BY ALL
ORDER BY ALL;
