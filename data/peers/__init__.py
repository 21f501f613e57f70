"""Who is like whom, where one stands among others, and how sure that is: pure functions."""
