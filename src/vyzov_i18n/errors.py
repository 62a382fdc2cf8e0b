"""What can stop the library, as one tree; a finding that stops nothing is a `Diagnostic`.

VyzovError
├── LocaleError         a tag that is malformed, unknown or without catalogs
├── FilmError           a film folder that cannot be used; carries every finding
├── CatalogError        a PO or MO file that cannot be used; carries every finding
├── DocumentError       a text or subtitle file that cannot be read; carries every finding
├── TermbaseError       a termbase file that cannot be read; carries every finding
├── ExtraError          an optional library that is not installed
└── MessageError        a MessageFormat 2 error, by the specification's names
    ├── MessageSyntaxError      syntax-error
    ├── DataModelError          variant-key-mismatch, missing-fallback-variant, …
    ├── ResolutionError         unresolved-variable, unknown-function, bad-selector
    └── MessageFunctionError    bad-operand, bad-option, bad-variant-key, unsupported-operation
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from vyzov_i18n.diagnostics import Diagnostic


class VyzovError(Exception):
    """The root of every exception that the library raises on purpose."""


class LocaleError(VyzovError):
    """A locale that cannot be served.

    `tag` is what was asked for, `available` the tags that exist, `suggestion` the nearest of them or None.
    """

    def __init__(self, message: str, tag: str, available: Sequence[str] = (), suggestion: str | None = None) -> None:
        super().__init__(message)
        self.tag = tag
        self.available = tuple(available)
        self.suggestion = suggestion


class _FindingsError(VyzovError):
    """An error that carries its findings; its text is one line each."""

    def __init__(self, findings: Sequence[Diagnostic]) -> None:
        super().__init__("\n".join(str(finding) for finding in findings))
        self.findings = tuple(findings)


class FilmError(_FindingsError):
    """A film folder that cannot be used; `findings` holds every defect found in it."""


class CatalogError(_FindingsError):
    """A catalog that cannot be used; `findings` holds every defect found in it."""


class ExtraError(VyzovError):
    """What was asked for needs a library that is not installed; `extra` is the extra of this package that has it."""

    def __init__(self, message: str, extra: str) -> None:
        super().__init__(f"{message}; install it with: pip install 'vyzov-i18n[{extra}]'")
        self.extra = extra


class DocumentError(_FindingsError):
    """A text or subtitle file that cannot be read; `findings` tells why."""


class TermbaseError(_FindingsError):
    """A termbase file that cannot be read or a format that cannot hold a glossary; `findings` tell why."""


class MessageError(VyzovError):
    """A MessageFormat 2 error.

    `type` is the error's name in the specification (LDML 47, part 9, "Errors") in kebab case, as in its test
    suite; `start` and `end` delimit the part of the source it belongs to, in characters.
    """

    type: str

    def __init__(self, message: str, start: int = 0, end: int = 0) -> None:
        super().__init__(message)
        self.start = start
        self.end = end


class MessageSyntaxError(MessageError):
    """The source is not a well-formed message."""

    type = "syntax-error"


class DataModelError(MessageError):
    """The source is well-formed but not valid; `type` tells how."""

    def __init__(self, type: str, message: str, start: int = 0, end: int = 0) -> None:
        super().__init__(message, start, end)
        self.type = type


class ResolutionError(MessageError):
    """A part of the message could not be resolved."""


class UnresolvedVariable(ResolutionError):
    """A variable that is neither declared nor given."""

    type = "unresolved-variable"


class UnknownFunction(ResolutionError):
    """A function that is not in the registry."""

    type = "unknown-function"


class BadSelector(ResolutionError):
    """A selector whose value does not support selection."""

    type = "bad-selector"


class MessageFunctionError(MessageError):
    """A function refused what it was given."""


class BadOperand(MessageFunctionError):
    """The operand is missing or not of a type that the function accepts."""

    type = "bad-operand"


class BadOption(MessageFunctionError):
    """An option has a value that the function does not accept, or a required option is missing."""

    type = "bad-option"


class BadVariantKey(MessageFunctionError):
    """A key that the selecting function cannot match."""

    type = "bad-variant-key"


class UnsupportedOperation(MessageFunctionError):
    """The function supports the operand but not what is asked of it."""

    type = "unsupported-operation"
