"""Gather Round: a game a family plays at the dinner table to understand each other better."""

__version__ = "0.1.0"
