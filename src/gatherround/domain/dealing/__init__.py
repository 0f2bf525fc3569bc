"""The evening as it is dealt: who may play what, what is offered, which of it, who leads, and one sentence on why."""
