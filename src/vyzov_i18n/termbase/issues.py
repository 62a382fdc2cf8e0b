"""What a check finds in a text: a rule, a stretch of the text, what should stand there."""

from __future__ import annotations

import msgspec


class Issue(msgspec.Struct, frozen=True, kw_only=True):
    """A finding before it has a file: `start` and `end` delimit it in the text, in characters.

    `suggestion` is the text that should stand there, None where more than one may be right. `concept` is the id of the
    concept that it is about.
    """

    rule: str
    start: int
    end: int
    message: str
    concept: str
    help: str | None = None
    suggestion: str | None = None
