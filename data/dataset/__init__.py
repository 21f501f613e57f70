"""The whole data set to take away: the same tables as CSV, Parquet, a workbook and the database."""
