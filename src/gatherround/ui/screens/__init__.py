"""Screens: each owns a part of the evening, or an answer."""
