-- Purpose: how openly the municipality works with NGOs, points out of five.
-- One point each: an NGO council exists; it met at least four times that year; NGOs hold at least
-- half of its seats; the budget is published as open data; results of competitions are published.
-- Columns: municipality, year; area: 'all'; numerator: points; denominator: 5.
SELECT
    municipality,
    year,
    'all' AS area,
    ngo_council::INTEGER
    + (ngo_council AND meetings >= 4)::INTEGER
    + (ngo_council AND ngo_share >= 50)::INTEGER
    + open_budget::INTEGER
    + published_results::INTEGER AS numerator,
    5 AS denominator
FROM openness;
