-- Purpose: what can be chosen as policy area: each of them, and 'all' of them together.
CREATE VIEW map_area AS
SELECT 'all' AS area
UNION ALL
SELECT code FROM code WHERE list = 'policy_area';
