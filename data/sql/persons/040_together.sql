-- Purpose: what they got together stands in their place.
INSERT INTO allocation BY NAME
SELECT *
FROM private_sum
ORDER BY municipality, year, area, mode, programme, financing, kind;
