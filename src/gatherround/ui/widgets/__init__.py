"""Things that any screen may put on the table."""
