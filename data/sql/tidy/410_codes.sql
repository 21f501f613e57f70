-- Purpose: the codes of every list with what they mean.
-- Columns: as data/tidy/columns.csv tells them.
CREATE VIEW tidy.codes AS
SELECT
    list,
    code,
    label_lt AS name_lt,
    label_en AS name_en,
    position,
    offered
FROM code
ORDER BY list, position;
