-- Purpose: sections of the action plans.
CREATE TABLE plan_section (
    plan VARCHAR NOT NULL,
    section VARCHAR NOT NULL,
    title_lt VARCHAR NOT NULL,
    title_en VARCHAR NOT NULL,
    PRIMARY KEY (plan, section)
);
