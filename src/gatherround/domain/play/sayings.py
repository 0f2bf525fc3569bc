"""What the house itself says during a Round; every other word comes from a story book or a person."""

from __future__ import annotations

from typing import Final

ARRIVALS: Final = (
    "How much battery is left in you? 0 to 5 fingers, under the table. Up on three.",
    "What noise was your day? One noise each, all at once, on three.",
    "What is your weather? Show it with your hands, all at once, on three.",
    "One word for your day, or none. All at once, on three.",
)
ARRIVALS_ALONE: Final = (
    "How much battery is left in you? Hold up 0 to 5 fingers.",
    "What noise was your day? Make it, as loud as it was.",
    "What is your weather? Show it with your hands.",
    "One word for your day, or none.",
)
TONIGHT: Final = "And how much play is in us tonight?"
TONIGHT_ALONE: Final = "And how much play is in you tonight?"
"""Asked after each of the arrivals where there is something to choose."""
AT_ONCE: Final = "Everybody at once, on three."
ALONE: Final = "On three."
GROWN_UPS_TOO: Final = "Grown-ups too."
NO_REASON: Final = "No reason asked. Nothing is written down."
BATTERY: Final = ("enough to play", "running low: the three-minute one")
ON_WE_GO: Final = ("on we go",)
LANTERNS: Final = (
    "adding to that ...",
    "does that hold if ...",
    "so you're both saying ...",
    "where it breaks for me ...",
)
SILLY_GUESS: Final = "First a silly guess: something it could not possibly be."
REAL_GUESS: Final = "Now your real guess."
TELL: Final = "Tell us, or keep it."
HOW_SURE: Final = "How sure?"
SURE_NOW: Final = "Now you have asked. How sure are you now?"
BREATHINGS: Final = {
    "soup": "Smell the soup, slowly in. Cool the soup, slowly out.",
    "star": "Draw a star on your hand: in along one side, out along the next.",
    "senses": "Find in silence: five things you see, four you hear, three you feel, two you smell, one you taste.",
}
BREATHINGS_SMALL: Final = {
    "soup": "Smell the soup. Cool the soup.",
    "star": "Draw a star on your hand. Up, and down.",
    "senses": "Look. Listen. Touch. Smell. Taste!",
}
SURE: Final = ("sure", "maybe", "no idea")
ALL_BACK: Final = "Eyes open. All back."
STAMP: Final = "All hands on the table. That is our plan, good enough for tonight. Stamp it!"
THATS_CLOSE: Final = "Thank you. That's close."
ADD: Final = "Nearly is the good one. Add the missing bit."
ONCE_MORE: Final = "Once more, in a few words. Nobody is in a hurry."
ECHOES: Final = (
    "In your own words: you felt ... because ...",
    "What did you hear? The feeling first, then what it was about. Your words.",
    "Tell it back, shorter: how that was for them, and why. No advice yet.",
    "Say it back your way: for you it was ... when ...",
)
QUESTIONS: Final = (
    "One real question. Then: did I get that right?",
    "Ask the one thing you would still like to know. Then: did I get that right?",
    "One question that yes or no cannot answer. Then: did I get that right?",
)
HANDED_ON: Final = ("And you, {name}?", "{name}, what about you?", "The same for you, {name}.")
DID_I: Final = "Did I get that right?"
ANOTHER_FACT: Final = "How much does that move you? Why that much?"
ANYONE: Final = "Anybody else?"
PLAY_IT: Final = "Play it again, that way. Anybody may join in."
MOVED: Final = "Something moved. Moving and staying are both fine."
NOT_MOVED: Final = "Nothing moved. Moving and staying are both fine."
SECOND_VOTE: Final = "The box is full again. Moving and staying are both fine."
FINGERS: Final = "As many fingers as its number, or none. All at once."
FINGERS_UP: Final = "Fingers stay up: look round. That is the vote, and nobody writes it down."
FINGERS_AGAIN: Final = "Fingers stay up: look round. Moving and staying are both fine."
NOBODY_VOTED: Final = "The box is empty. That is an answer too."
THAT_FEELING: Final = "that feeling"
FEELING_EXTRAS_SMALL: Final = ("something else", "show me with your face", "not sure")
FEELING_EXTRAS: Final = ("another word", "not sure")
NOTHING_TODAY: Final = "nothing today"
OUR_OWN: Final = "our own idea"
OUR_OWN_SAID: Final = "our own idea, said aloud"
ACT_PROMPT: Final = "Something small before tomorrow night? Anyone who wants one takes one."
ACT_MORE: Final = "Anybody else? One each, or none."
ACT_KEPT: Final = "No name is kept. It may be offered again; nobody asks if it was done."
ACT_FOR_NOW: Final = "It is written down nowhere, and nobody asks afterwards."
OFFER_PROMPT: Final = "What could help? Nothing is fine too."
HELPS: Final = "{name} once said: {helps}. Ask first."
STITCHES: Final = ("crumbs", "waves", "bricks", "windows", "stripes", "buttons", "hills", "seeds", "lattice")
STITCH_PROMPT: Final = "{name} picks the stitch for tonight's square."
WORD_PROMPT: Final = "Its word for the quilt?"
NO_WORD: Final = "no word"
ENVELOPE_PROMPT: Final = "Seal one in the envelope for next time?"
NOT_TONIGHT: Final = "not tonight"
DIRECTS: Final = "{name} directs tonight."
DIRECTOR_PROMPT: Final = "{name} is the director. Which one tonight? Nobody lobbies."
A_DOOR: Final = "{title} ({minutes} min, {depth})"
DEPTHS: Final = ("light", "in between", "deep", "only by choice")
TWO_OTHERS: Final = "two others"
YOU_CHOOSE: Final = "you choose, I don't mind"
THANKS: Final = "One thanks, aloud, to one person: what you did, and what it changed. {name} starts."
CARRIED: Final = "From last time, for anybody who wants it: {act} Or one small thing from your week? Passing is good."
"""Offers what somebody once took to everybody, and asks nobody about it: whoever took it may have done nothing."""
EXIT: Final = "Let's put this one down."
EXIT_TEENS: Final = "Closer than I'd like. We'll put this one down, no questions."
GOODNIGHT: Final = "Goodnight, everybody."
LEFT: Final = "Bye-bye, {name}. Thank you for sitting with us."
CAME: Final = "Hello, {name}. Sit down, there is room."
TWO_WAIT: Final = "Tonight's story was for two, and waits for another day."
WAITS: Final = "Tonight's story waits for another day."
"""Said where a story is put down for who is here now; of whom it is, or of which topic, nobody hears."""
INSTEAD: Final = "Here is one for everybody."
FOR_TWO: Final = (
    "For two who are at ease together. It is not for anybody who is afraid of the other: then put it down, and nobody "
    "asks. Getting help says where to turn."
)
PREFLIGHT: Final = "All at once, thumbs up for yes: Are you calm? Are you rested? Is the door shut?"
PREFLIGHT_DOORS: Final = ("good enough, we play", "no to two of the questions: another time")
SWAP: Final = "Everybody into a new seat."
CASTING: Final = "Who is who?"
WHO_TO_GUESS: Final = "Guess somebody. Who?"
ABOUT: Final = "About {name}."
ASK_THEM: Final = "No guessing this time. Ask."
YOU_NEED: Final = "You need: {props}."
THEIR_JOB: Final = "{names}: {job}"
WITHOUT_SEAT: Final = "Whoever has no seat"
SAYS_WHOSE: Final = ("Everybody", "Everyone", "Whoever", "All ")
CLOSE: Final = "That is the end of this one."
ANOTHER: Final = ("another card", "enough cards")
ANOTHER_PROMPT: Final = "One more fact?"
REPLIES: Final = {
    "something else": "Say it in your own way. That is a word too.",
    "another word": "Say yours aloud. That is a word too.",
    "show me with your face": "Show us. Everybody, make that face back.",
    "not sure": "Not sure is a whole answer.",
}
FEELS: Final = "What might {name} feel?"
YOU_FEEL: Final = "What might that feel like?"
CHECK_GUESS: Final = "Yes, nearly, or no?"
WANTS: Final = ("{name} wants", "{name} knows", "{name} worries")
YOU_WANT: Final = ("You want", "Only you know", "You worry")
PLAYED_BY: Final = "{part} is played by {who}."
IN_THE_BOX: Final = "In the box: {options}."
COUNTED: Final = "{count} for: {option}"
EMPTY_VOTES: Final = "{count} empty"
