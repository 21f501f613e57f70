-- Purpose: policy areas that a published table gives together with another, so that neither has a
--   figure of its own: its code is made of theirs, as culture_sport.
-- Columns: municipality, year; area: each of them; label_lt, label_en: what the two are called.
CREATE VIEW untold_area AS
SELECT DISTINCT municipality, year, area, label_lt, label_en
FROM (
    SELECT
        allocation.municipality,
        allocation.year,
        unnest(string_split(allocation.area, '_')) AS area,
        code.label_lt,
        code.label_en
    FROM allocation
    JOIN code ON code.list = 'policy_area' AND code.code = allocation.area AND NOT code.offered
)
SEMI JOIN map_area USING (area);
