"""The dining room: the only room that knows Textual."""
