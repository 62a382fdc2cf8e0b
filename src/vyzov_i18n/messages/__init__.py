"""MessageFormat 2 on Babel's CLDR data (LDML 48, part 9): `Message` formats; the modules below it say how."""

from vyzov_i18n.messages.message import Message

__all__ = ["Message"]
