-- Purpose: legal entities that receive money or provide services, and one, of the code 'private', that
--   stands for all private persons together.
-- Columns: name, recipient_kind: NULL where only the code is known, as of one that provides a service
--   and gets no money; recipient_kind also where only a published list of grants names it; successor:
--   the entity that it was merged into; closed_on: the day that it ended; municipality: NULL of private persons,
--   who are of all of them.
CREATE TABLE entity (
    code VARCHAR NOT NULL,
    name VARCHAR,
    legal_form VARCHAR,
    recipient_kind VARCHAR,
    municipality VARCHAR,
    successor VARCHAR,
    closed_on DATE
);
