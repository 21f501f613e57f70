-- Purpose: legal entities that receive money or provide services.
-- Columns: name, recipient_kind: NULL where only the code is known, as of one that provides a service
--   and gets no money; recipient_kind also where only a published list of grants names it; successor:
--   the entity that it was merged into; closed_on: the day that it ended.
CREATE TABLE entity (
    code VARCHAR NOT NULL,
    name VARCHAR,
    legal_form VARCHAR,
    recipient_kind VARCHAR,
    municipality VARCHAR NOT NULL,
    successor VARCHAR,
    closed_on DATE
);
