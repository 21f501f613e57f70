-- Purpose: the place of a municipality in Lithuanian alphabetical order, joining nothing.
-- Parameters: the_code.
CREATE MACRO tidy.place_order(the_code) AS
(SELECT map_from_entries(list((told.code, told.sort_lt))) FROM municipality AS told)[the_code];
