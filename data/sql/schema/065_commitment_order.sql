-- Purpose: the place of each commitment in the order of the plans: by plan, section, number.
CREATE VIEW commitment_order AS
SELECT
    commitment,
    row_number() OVER (
        ORDER BY
            plan::INTEGER,
            list_position(
                ['I', 'II', 'III', 'IV', 'V', 'VI', 'VII', 'VIII', 'IX', 'X'], section
            ) NULLS LAST,
            number,
            commitment
    ) AS place
FROM commitment;
