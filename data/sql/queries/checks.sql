-- Purpose: every check of the build and what it found.
-- Columns: name; about_lt, about_en: what it makes sure of; rows_found.
SELECT name, about_lt, about_en, rows_found
FROM check_result
ORDER BY name;
