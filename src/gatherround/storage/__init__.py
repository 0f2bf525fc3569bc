"""The drawer: what it was told it can tell again, in order, after any crash; it decides nothing."""
