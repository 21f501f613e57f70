-- Purpose: public services and how far each has been handed over to NGOs and communities.
-- Grain: municipality, year, service.
-- Columns: transfer_year: when it was handed over; yearly_value: euros; provider: code
--   of the entity that provides the largest part.
-- from_file, from_rows: of which input_file, and which rows of its sheet; NULL where it is invented.
CREATE TABLE service (
    municipality VARCHAR NOT NULL,
    year INTEGER NOT NULL,
    service VARCHAR NOT NULL,
    area VARCHAR NOT NULL,
    provider_kind VARCHAR NOT NULL,
    transfer_stage VARCHAR NOT NULL,
    transfer_year INTEGER,
    yearly_value DECIMAL(14, 2),
    provider VARCHAR DEFAULT NULL,
    from_file VARCHAR DEFAULT NULL,
    from_rows VARCHAR DEFAULT NULL
);
