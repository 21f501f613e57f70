-- Purpose: chain yearly inflation into an index, the first reporting year = 100.
INSERT INTO price_index
SELECT
    year,
    100 * product(
        CASE WHEN year = first_year THEN 1 ELSE 1 + inflation_pct / 100 END
    ) OVER (ORDER BY year)
FROM raw.prices
CROSS JOIN (SELECT min(year) AS first_year FROM reporting_year)
WHERE year >= first_year
ORDER BY year;
