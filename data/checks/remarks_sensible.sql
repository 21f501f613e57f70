-- A row: a remark that says nothing, or that was withdrawn without a reason or before it was made.
-- LT: Kiekviena pastaba ką nors sako abiem kalbomis; atsiimta – kada ir kodėl.
-- EN: Every remark says something in both languages; a withdrawn one, when and why.
SELECT remark, office, made_on, withdrawn_on, why
FROM remark
WHERE
    '' IN (trim(office), trim(text_lt), trim(text_en))
    OR (withdrawn_on IS NULL) <> (coalesce(trim(why), '') = '')
    OR withdrawn_on < made_on
ORDER BY remark;
