-- Purpose: competitions that the end of an address may mean.
-- Parameters: $municipality, $year: as that begins with; $slug: the rest, folded.
-- Columns: key, competition, year.
-- Order: those spelled most alike first, eight at most.
SELECT key, competition, year
FROM serving.competition
WHERE municipality = $municipality AND ($year = 0 OR year = $year)
ORDER BY jaro_winkler_similarity(key[9:], $slug) DESC, year DESC, called ASC
LIMIT 8;
