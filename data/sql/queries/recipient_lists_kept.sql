-- Purpose: whether lists of recipients lie in the database, place by place; else receipts are few enough to be grouped.
-- Columns: kept.
SELECT EXISTS (FROM serving.receipt_by) AS kept;
