-- A row: a figure that is there although its state says that there is none, or the other way round;
-- or a declared zero that is not zero.
SELECT indicator, area, municipality, year, state, numerator, denominator
FROM mart_indicator
WHERE
    (state IN ('not_asked', 'no_answer', 'no_data'))
    <> (numerator IS NULL OR coalesce(denominator, 0) = 0)
    OR (state = 'declared_zero' AND numerator <> 0)
ORDER BY ALL;
