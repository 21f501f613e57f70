-- Purpose: legal entities that receive money.
-- Columns: successor: the entity that it was merged into; closed_on: the day that it ended.
CREATE TABLE entity (
    code VARCHAR NOT NULL,
    name VARCHAR NOT NULL,
    legal_form VARCHAR,
    recipient_kind VARCHAR NOT NULL,
    municipality VARCHAR NOT NULL,
    successor VARCHAR,
    closed_on DATE
);
