-- Purpose: a place for published figures that are reckoned on before anyone reads them.
CREATE SCHEMA raw;
