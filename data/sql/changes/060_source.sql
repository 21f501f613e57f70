-- Purpose: sources that came, went or were taken anew; of forms each is told by itself.
INSERT INTO found_change BY NAME
SELECT
    'source' AS kind,
    source AS subject,
    coalesce(now.title_lt, was.title_lt) AS title_lt,
    coalesce(now.title_en, was.title_en) AS title_en,
    was.retrieved AS before,
    now.retrieved AS after,
    was.kind = 'demo' AS before_demo,
    now.kind = 'demo' AS after_demo
FROM source AS now
FULL JOIN former.source AS was USING (source)
WHERE now.retrieved IS DISTINCT FROM was.retrieved AND source <> 'forms';
