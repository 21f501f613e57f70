-- Purpose: a number that is the same for all texts with the same words, in whatever order and spelling.
CREATE MACRO whole_mark(given) AS hash(list_sort(string_split(fold(given), ' ')));
