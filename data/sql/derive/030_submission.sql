-- Purpose: a municipality-year that no loaded form speaks of was not asked.
INSERT INTO submission
SELECT municipality.code, reporting_year.year, 'not_asked', NULL, NULL, NULL, FALSE, NULL, FALSE
FROM municipality
CROSS JOIN reporting_year
ANTI JOIN submission
    ON submission.municipality = municipality.code AND submission.year = reporting_year.year
ORDER BY municipality.code, reporting_year.year;
