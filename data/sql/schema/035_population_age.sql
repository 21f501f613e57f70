-- Purpose: residents by age, in the groups that are published or summed of published single years.
-- Columns: age_from, age_to: first and last whole year of age of the group, age_to NULL in the open
--   one; residents: persons at the beginning of the year.
CREATE TABLE population_age (
    municipality VARCHAR NOT NULL,
    year INTEGER NOT NULL,
    age_from INTEGER NOT NULL,
    age_to INTEGER,
    residents INTEGER NOT NULL
);
