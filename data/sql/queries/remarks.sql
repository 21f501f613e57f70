-- Purpose: what municipalities and NGO centres remarked on figures, withdrawn remarks too.
-- Columns: as in the table remark, in its order; days as text; '' and 0 where it has NULL.
-- Order: as they were made.
SELECT
    remark,
    municipality,
    coalesce(indicator, '') AS indicator,
    coalesce(year, 0) AS year,
    office,
    made_on::VARCHAR AS made_on,
    text_lt,
    text_en,
    coalesce(link, '') AS link,
    coalesce(withdrawn_on::VARCHAR, '') AS withdrawn_on,
    coalesce(why, '') AS why
FROM remark AS said
ORDER BY said.made_on, substr(remark, 2)::INTEGER;
