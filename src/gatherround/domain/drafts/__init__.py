"""A story on its way: what a parent has typed so far, which pages ask for it, and what it becomes."""
