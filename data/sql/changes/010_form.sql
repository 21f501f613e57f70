-- Purpose: municipality-years whose form or published table came, went or was replaced.
INSERT INTO found_change BY NAME
SELECT
    'form' AS kind,
    municipality,
    year,
    was.state AS before,
    now.state AS after,
    was.demo AS before_demo,
    now.demo AS after_demo
FROM submission AS now
LEFT JOIN former.submission AS was USING (municipality, year)
WHERE
    if(
        was.state IS NULL,
        now.state <> 'not_asked',
        (now.state, now.checksum, now.source, now.demo, now.provisional)
        IS DISTINCT FROM (was.state, was.checksum, was.source, was.demo, was.provisional)
    );
