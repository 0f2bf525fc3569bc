"""How a Round moves: a plan, a play of it, beats on the table, and the moves that are legal now."""
