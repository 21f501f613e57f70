-- Purpose: how openly the municipality works with NGOs, points out of five.
-- One point each: an NGO council exists; it met at least four times that year; NGOs hold at least
-- half of its seats; the budget is published as open data; results of competitions are published.
-- Rows: of openness, with area: 'all'; numerator: points; denominator: 5.
SELECT
    openness.*,
    'all' AS area,
    ngo_council::INTEGER
    + (ngo_council AND meetings >= 4)::INTEGER
    + (ngo_council AND ngo_share >= 50)::INTEGER
    + open_budget::INTEGER
    + published_results::INTEGER AS numerator,
    5 AS denominator,
    NULL AS once
FROM openness;
