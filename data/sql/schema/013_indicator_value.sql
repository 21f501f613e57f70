-- Purpose: what the queries of sql/indicators returned, before states and gaps are filled in.
-- Columns: area: 'all' or a policy area; value = numerator / denominator.
CREATE TEMPORARY TABLE indicator_value (
    indicator VARCHAR NOT NULL,
    municipality VARCHAR NOT NULL,
    year INTEGER NOT NULL,
    area VARCHAR NOT NULL,
    numerator DECIMAL(18, 4),
    denominator DECIMAL(18, 4)
);
