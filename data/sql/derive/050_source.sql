-- Purpose: a source that yielded all of its rows is none of this build's.
DELETE FROM source
WHERE yields_to IS NOT NULL AND source NOT IN (SELECT source_year.source FROM source_year);
