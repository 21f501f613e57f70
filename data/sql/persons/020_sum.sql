-- Purpose: what private persons got together: one row for each key, every cent of it. Programmes are
--   named after what is done there, so only competitions keep their names.
-- Parameters: $code: of the recipient that stands for all of them.
-- Columns: of allocation. A sum is NULL where one of its parts is; kind: as their forms say.
CREATE TEMPORARY TABLE private_sum AS
SELECT
    allocation.municipality,
    allocation.year,
    $code AS entity,
    allocation.area,
    allocation.mode,
    if(allocation.mode = 'competition', allocation.programme, NULL) AS programme,
    allocation.financing,
    if(count(planned) = count(*), sum(planned), NULL) AS planned,
    if(count(revised) = count(*), sum(revised), NULL) AS revised,
    sum(executed) AS executed,
    coalesce(allocation.kind, private_person.kind) AS kind,
    if(count(users) = count(*), sum(users), NULL) AS users,
    if(count(DISTINCT from_file) = 1, min(from_file), NULL) AS from_file,
    if(
        count(DISTINCT from_file) = 1,
        array_to_string(
            list_sort(
                flatten(
                    list(string_split(from_rows, ' ')::INTEGER[]) FILTER (from_rows IS NOT NULL)
                )
            ),
            ' '
        ),
        NULL
    ) AS from_rows
FROM allocation
JOIN private_person ON private_person.code = allocation.entity
GROUP BY ALL;
