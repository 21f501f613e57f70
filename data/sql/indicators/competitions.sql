-- Purpose: how many competitions for NGOs the municipality held.
-- Rows: of competition, with numerator: 1.
SELECT competition.*, 1 AS numerator, NULL AS denominator, NULL AS once
FROM competition;
