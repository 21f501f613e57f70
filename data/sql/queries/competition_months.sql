-- Purpose: in which months the competitions that are asked for were announced.
-- Parameters: $municipality, $county, $area, $year, $text: as of the macro competitions_asked; $demo:
--   whether the invented ones are asked for, or the real ones.
-- Columns: municipality; month: 1–12; competitions: how many, those whose day is not known left out.
-- Order: Lithuanian order of municipalities.
SELECT municipality, month(announced) AS month, count(*) AS competitions
FROM competitions_asked($municipality, $county, $area, $year, $text)
WHERE demo = $demo AND announced IS NOT NULL
GROUP BY municipality, placed, month
ORDER BY placed, month;
