"""The host: the one place where rules, pantry, drawer, clock and dice meet."""
