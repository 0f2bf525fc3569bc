"""Editorial rules, one small function each: gates keep an activity out of play, rules only advise."""
