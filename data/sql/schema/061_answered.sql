-- Purpose: municipality-years whose form was accepted, or whose published table was taken: the only
--   ones with figures to show.
CREATE VIEW answered AS
SELECT municipality, year
FROM submission
WHERE state IN ('accepted', 'declared_zero', 'published');
