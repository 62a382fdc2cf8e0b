"""What a well-formed message must also hold to (LDML 48, part 9, "Data Model Errors"). Every violation is collected."""

from __future__ import annotations

from typing import TYPE_CHECKING
from unicodedata import normalize

from vyzov_i18n.errors import DataModelError, MessageSyntaxError
from vyzov_i18n.messages.model import Literal, options_of, variables_of
from vyzov_i18n.messages.parser import parse

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from vyzov_i18n.errors import MessageError
    from vyzov_i18n.messages.model import CatchAll, MessageModel, Variant


def find_problem(source: str) -> str | None:
    """The first thing that is wrong with a message, with its place in it; None if nothing is."""
    try:
        errors: Sequence[MessageError] = validate(parse(source))
    except MessageSyntaxError as error:
        errors = (error,)
    return f"{errors[0]} (at character {errors[0].start + 1} of the message)" if errors else None


def validate(message: MessageModel) -> list[DataModelError]:
    """The data model errors of a message, in the order of its source."""
    errors = [
        *_duplicate_declarations(message),
        *_duplicate_options(message),
        *_unannotated_selectors(message),
        *_variant_errors(message),
    ]
    return sorted(errors, key=lambda error: error.start)


def key_of(key: Literal | CatchAll) -> str | None:
    """A variant's key as it is compared: normalized to NFC, None for `*`."""
    return normalize("NFC", key.value) if isinstance(key, Literal) else None


def _duplicate_declarations(message: MessageModel) -> Iterator[DataModelError]:
    """A name may not be declared twice, nor after it was used, since its use declared it implicitly."""
    known: set[str] = set()
    for declaration in message.declarations:
        name = declaration.variable.name
        names = {use.name for use in variables_of(declaration.expression) if use is not declaration.variable}
        if name in known or name in names:
            what = f"${name} is declared after it was declared or used"
            yield DataModelError("duplicate-declaration", what, declaration.variable.start, declaration.variable.end)
        known |= {name, *names}


def _duplicate_options(message: MessageModel) -> Iterator[DataModelError]:
    for expression in message.expressions():
        names: set[str] = set()
        for option in options_of(expression):
            if option.name in names:
                what = f"the option {option.name} is given twice"
                yield DataModelError("duplicate-option-name", what, option.start, option.end)
            names.add(option.name)


def _unannotated_selectors(message: MessageModel) -> Iterator[DataModelError]:
    """A selector must have a function, its own or that of the variable it stands for."""
    annotated: set[str] = set()
    for declaration in message.declarations:
        expression = declaration.expression
        if expression.function or any(variable.name in annotated for variable in variables_of(expression)):
            annotated.add(declaration.variable.name)
    for selector in message.selectors:
        if selector.name not in annotated:
            what = f"the selector ${selector.name} needs a declaration with a function"
            yield DataModelError("missing-selector-annotation", what, selector.start, selector.end)


def _variant_errors(message: MessageModel) -> Iterator[DataModelError]:
    if not message.selectors:
        return
    seen: set[tuple[str | None, ...]] = set()
    for variant in message.variants:
        keys = tuple(key_of(key) for key in variant.keys)
        if len(keys) != len(message.selectors):
            what = f"the variant has {len(keys)} keys for {len(message.selectors)} selectors"
            yield _variant_error("variant-key-mismatch", what, variant)
        elif keys in seen:
            yield _variant_error("duplicate-variant", "an earlier variant has the same keys", variant)
        seen.add(keys)
    # Without a variant of the right number of keys, the mismatch is the thing to mend.
    if any(len(keys) == len(message.selectors) for keys in seen) and (None,) * len(message.selectors) not in seen:
        what = "a variant whose keys are all * is missing"
        yield DataModelError("missing-fallback-variant", what, message.selectors[0].start, message.selectors[-1].end)


def _variant_error(type: str, what: str, variant: Variant) -> DataModelError:
    return DataModelError(type, what, variant.keys[0].start, variant.keys[-1].end)
