-- Purpose: who answers for each commitment, one row for each institution.
-- Columns: commitment, institution, institution_lt, institution_en.
SELECT
    commitment,
    institution,
    label_lt AS institution_lt,
    label_en AS institution_en
FROM commitment_institution
JOIN commitment_order USING (commitment)
JOIN code ON list = 'institution' AND code = institution
ORDER BY place, commitment_institution.rowid;
