"""The same Round, line by line: for plain terminals, screen readers and pipes."""
