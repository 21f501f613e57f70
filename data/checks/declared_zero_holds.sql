-- A row: money to NGOs by competition where the municipality declared that there was none.
-- LT: Deklaravusi, kad konkurso būdu NVO lėšų neskyrė, savivaldybė jų ir neišmokėjo.
-- EN: A municipality that declared no money to NGOs by competition paid none.
SELECT payment.municipality, payment.year, payment.entity, payment.executed
FROM payment
JOIN submission USING (municipality, year)
WHERE
    submission.state = 'declared_zero'
    AND payment.recipient_kind = 'ngo'
    AND payment.mode = 'competition'
    AND payment.executed <> 0
ORDER BY ALL;
