-- Purpose: what can be chosen as policy area: each of them, and 'all' of them together.
CREATE TABLE map_area (
    area VARCHAR PRIMARY KEY
);
