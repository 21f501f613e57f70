-- Purpose: every column of every table with what the dictionary says of it, NULL where it is silent.
-- Columns: of_table: with its schema where that is not main; position: in the table, from 1; type:
--   SQL type; required: never empty; rows: of the table; unit, codes, refers_to, minimum, maximum,
--   about_lt, about_en: of dictionary_column.
CREATE VIEW described_column AS
WITH found AS (
    SELECT
        if(schema_name = 'main', table_name, schema_name || '.' || table_name) AS of_table,
        column_name AS name,
        column_index AS position,
        data_type AS type,
        NOT is_nullable AS required,
        estimated_size AS rows
    FROM duckdb_columns()
    JOIN duckdb_tables() USING (database_name, schema_name, table_name)
    WHERE database_name = current_database() AND schema_name <> 'serving'
)

SELECT found.*, said.* EXCLUDE (of_table, name)
FROM found
LEFT JOIN dictionary_column AS said
    ON said.name = found.name
    AND said.of_table = if(
        EXISTS (
            FROM dictionary_column AS own
            WHERE own.of_table = found.of_table AND own.name = found.name
        ),
        found.of_table,
        '*'
    );
