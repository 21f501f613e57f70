-- Purpose: what a code means, in English. It joins nothing: what is not asked for costs nothing, however many rows.
-- Parameters: the_list: name of a code list; the_code.
CREATE MACRO tidy.label_en(the_list, the_code) AS
(
    SELECT map_from_entries(list((told.code, told.label_en)))
    FROM code AS told
    WHERE told.list = the_list
)[the_code];
