-- A row: a status that cannot be right: on another assessor's scale, twice dated, told of days that
-- had not come, finished though not all is done, or against the original deadline.
-- LT: Kiekviena būklė – vertintojo skalėje, jos datos ir terminai vieni kitiems neprieštarauja.
-- EN: Every status is on its assessor's scale, and its days and deadlines agree.
SELECT
    said.commitment,
    said.assessor,
    said.scale,
    said.status,
    said.observed_on,
    CASE
        WHEN NOT list_contains(string_split(commitment_scale.assessors, ' '), said.assessor)
            THEN 'the scale is not one of this assessor'
        WHEN said.observed_on IS NOT NULL AND said.known_after IS NOT NULL
            THEN 'known_after is for observations without a date'
        WHEN said.finished_on > said.observed_on
            THEN 'finished after it was observed'
        WHEN said.finished_on IS NOT NULL AND said.progress < 1
            THEN 'finished, but the status says that not all is done'
        WHEN
            said.deadline_original <> coalesce(
                commitment.deadline_original,
                min(said.deadline_original) OVER (PARTITION BY said.commitment)
            )
            THEN 'another original deadline than the commitment has'
        WHEN least(said.deadline_original, said.deadline_revised) < commitment.start_on
            THEN 'a deadline before the start'
        WHEN said.finished_on < commitment.start_on
            THEN 'finished before the start'
        WHEN
            said.deadline_revised < coalesce(
                commitment.deadline_original,
                min(said.deadline_original) OVER (PARTITION BY said.commitment)
            )
            THEN 'a revised deadline before the original one'
    END AS why
FROM assessment AS said
JOIN commitment USING (commitment)
JOIN commitment_scale USING (scale)
QUALIFY why IS NOT NULL
ORDER BY ALL;
