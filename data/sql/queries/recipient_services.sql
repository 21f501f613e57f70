-- Purpose: public services of which a legal entity provides the largest part.
-- Parameters: $code: of the legal entity.
-- Columns: municipality, service, area; first_year, last_year: of the forms that say so; years: how many of them.
-- Order: municipality, service.
SELECT
    municipality,
    service,
    area,
    min(year) AS first_year,
    max(year) AS last_year,
    count(*)::INTEGER AS years
FROM service
WHERE provider = $code
GROUP BY municipality, service, area
ORDER BY municipality, service;
