-- A row: a figure that is there although its state says that there is none, or the other way round;
-- or a declared zero that is not zero.
-- LT: Reikšmė yra tada ir tik tada, kai jos būsena sako, kad ji yra; deklaruotas nulis yra nulis.
-- EN: A figure is there exactly where its state says so, and a declared zero is zero.
SELECT indicator, area, municipality, year, state, numerator, denominator
FROM mart_indicator
WHERE
    (state IN ('not_asked', 'no_answer', 'no_data'))
    <> (numerator IS NULL OR coalesce(denominator, 0) = 0)
    OR (state = 'declared_zero' AND numerator <> 0)
ORDER BY ALL;
