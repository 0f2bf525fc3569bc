"""The packs: whole and valid, or a list of problems; never half."""
