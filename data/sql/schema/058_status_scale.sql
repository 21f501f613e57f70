-- Purpose: the statuses of each scale, and how scales are compared.
-- Columns: position: order within the scale, from 1; progress: the part done, 0 to 1, by which
--   assessors are set side by side; NULL where a status does not tell how much is done.
CREATE TABLE status_scale (
    scale VARCHAR NOT NULL,
    status VARCHAR NOT NULL,
    position INTEGER NOT NULL,
    progress DECIMAL(3, 2),
    PRIMARY KEY (scale, status)
);
