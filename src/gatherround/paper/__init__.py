"""The printer: the same values as pages."""
