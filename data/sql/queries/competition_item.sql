-- Purpose: one competition, and where its figures come from.
-- Parameters: $key.
-- Columns: of serving.competition; file_kind, file_name, file_year, received_on: of input_file;
--   sheet_name: what that file calls the sheet. NULL where it is invented.
SELECT
    called.*,
    input_file.kind AS file_kind,
    input_file.name AS file_name,
    input_file.year AS file_year,
    input_file.received_on,
    (
        SELECT min(place.sheet_name)
        FROM input_place AS place
        WHERE place.file = called.from_file AND place.sheet IN ('competitions', 'awards')
    ) AS sheet_name
FROM serving.competition AS called
LEFT JOIN input_file ON input_file.file = called.from_file
WHERE called.key = $key;
