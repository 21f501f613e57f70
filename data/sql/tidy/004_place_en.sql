-- Purpose: the English name of a municipality, joining nothing.
-- Parameters: the_code.
CREATE MACRO tidy.place_en(the_code) AS
(SELECT map_from_entries(list((told.code, told.name_en))) FROM municipality AS told)[the_code];
