-- Purpose: a place for what is kept twice so that pages are answered at once, whatever the number of rows;
--   it is made of the other tables, and no part of the data set.
CREATE SCHEMA serving;
