-- Purpose: the Lithuanian name of a municipality, joining nothing.
-- Parameters: the_code.
CREATE MACRO tidy.place_lt(the_code) AS
(SELECT map_from_entries(list((told.code, told.name_lt))) FROM municipality AS told)[the_code];
