-- A row: an entity whose name is a private person's, or holds that of an enterprise's owner.
-- LT: Nė vieno fizinio asmens pavardės duomenyse nėra: jų lėšos parodytos tik kartu.
-- EN: No private person's name is in the data: their money is shown only together.
SELECT code, name
FROM entity
WHERE
    code <> 'private'
    AND NOT starts_with(code, 'D')
    AND (private_entity(code, coalesce(name, '')) OR name <> public_name(name))
ORDER BY ALL;
