"""Panels: what lies on the table, one sort for each sort of beat; a panel is replaced whole."""
