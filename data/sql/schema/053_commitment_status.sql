-- Purpose: how far a commitment was kept, as seen by one assessor on one day.
CREATE TABLE commitment_status (
    commitment VARCHAR NOT NULL,
    assessor VARCHAR NOT NULL,
    observed_on DATE NOT NULL,
    status VARCHAR NOT NULL,
    source VARCHAR NOT NULL
);
