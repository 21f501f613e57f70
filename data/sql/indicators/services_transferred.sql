-- Purpose: how many of the municipality's public services were handed over altogether.
-- Rows: of service, with numerator: 1 if its transfer is complete; denominator: 1, each service
--   counting as one whatever its value.
SELECT
    service.*,
    (transfer_stage = 'transferred')::INTEGER AS numerator,
    1 AS denominator,
    NULL AS once
FROM service;
