-- Purpose: the policy areas of the code list, and 'all' of them together.
INSERT INTO map_area
SELECT 'all'
UNION ALL
SELECT code FROM code WHERE list = 'policy_area' AND offered;
