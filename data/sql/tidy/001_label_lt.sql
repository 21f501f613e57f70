-- Purpose: what a code means, in Lithuanian. It joins nothing: what is not asked for costs nothing, however many rows.
-- Parameters: the_list: name of a code list; the_code.
CREATE MACRO tidy.label_lt(the_list, the_code) AS
(
    SELECT map_from_entries(list((told.code, told.label_lt)))
    FROM code AS told
    WHERE told.list = the_list
)[the_code];
