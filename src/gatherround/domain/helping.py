"""When a game is not enough: what to do if something serious comes up, when to look for more, and where to.

Listening calmly, believing, not pressing for details and not promising secrecy is what child protection services ask of
whoever is told first. Nothing here is preset for a country, and no name of a service stands here.
"""

from __future__ import annotations

from typing import Final

from gatherround.domain.rights import NOT_THERAPY

SERIOUS: Final = (
    ("Stop the game.", "It stays where it is, and none of this is written down."),
    ("Listen.", "In their words, as much or as little as they want. Do not press for details."),
    ("Say:", "“It was right to tell me. It is not your fault. I believe you.”"),
    ("Do not promise to keep it secret.", "“I need to tell somebody who helps to keep you safe. I will say whom.”"),
    ("Afterwards, write down their words,", "on paper, with the time. Do not ask others about it first."),
    ("Tell somebody soon, today if you can.", "In danger now: the emergency number, at once."),
)
"""What to do, one step after another: what, and how."""
YOURSELF: Final = (
    "If it is you: tell a grown-up you trust. If the first one does not listen, tell another. It is not your fault."
)
ANYWHERE: Final = "Your emergency number, your doctor, your school."
"""Whom to call where no number has been typed in."""
HONEST: Final = f"The game listens to nobody, searches no words and alerts no one. {NOT_THERAPY}"
REACHED: Final = "In every Round the key ! opens this page."
WHEN: Final = (
    "You misread each other week after week, and talking makes it worse.",
    "The same quarrel has ended the same way three times in a month.",
    "Somebody has stopped speaking to somebody, and weeks go by.",
    "A child sleeps, eats, learns or plays very differently for more than two weeks.",
    "Somebody cannot settle, is hurt or is hurting themselves. Do not wait for this one.",
    "Somebody is hit, threatened, or afraid of somebody at home. Then do not play this together.",
    "Look for help alone then, and from a place where you are safe.",
)
"""When to look for more than a game."""
WHEN_CLOSE: Final = "It is nobody's shame. A first talk often says more than a year of wondering."
KINDS: Final = (
    ("to understand what goes on in me, and in you", "mentalization-based therapy, alone or together"),
    ("we two keep hurting each other", "couples therapy: it looks at what happens between you"),
    ("all of us are stuck", "family therapy: it looks at the whole table"),
    ("a child or a teenager struggles", "a therapist for that age; the doctor or the school knows the way"),
    ("being a parent is hard just now", "support for parents, in a group or at home"),
    ("I cannot settle, or closeness frightens me", "therapy of one's own; coaching may go along with it"),
    ("I would like to know myself better", "a personality assessment, talked through with whoever makes it"),
    ("we do not know what it is", "a first talk: it says whether a few meetings or more would fit"),
)
"""Kinds of help by what one wishes for."""
KINDS_CLOSE: Final = "A small daily practice goes on beside any of them: my two, on your card."
QUESTIONS: Final = (
    "What happens, again and again?",
    "What does each of us do then?",
    "What would we see if it were a little better?",
)
"""Three questions that name what to change; to be answered on paper and taken along."""
MEANWHILE: Final = "Meanwhile, something small goes on:"
QUESTIONS_SAID: Final = "On paper, each for themselves, then side by side. Take them along to a first talk."
