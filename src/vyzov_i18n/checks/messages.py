"""Translations that are MessageFormat 2 messages: whether they are sound, and say what their source says."""

from __future__ import annotations

from typing import TYPE_CHECKING

from vyzov_i18n.checks.documentation import RULES
from vyzov_i18n.checks.message_functions import FunctionCheck
from vyzov_i18n.checks.message_variables import check_variables
from vyzov_i18n.errors import MessageSyntaxError
from vyzov_i18n.messages.model import Literal
from vyzov_i18n.messages.terms import MissingForm
from vyzov_i18n.messages.validation import validate

if TYPE_CHECKING:
    from collections.abc import Iterator

    from vyzov_i18n.checks.rendering import Failure
    from vyzov_i18n.checks.subject import Subject, Unit
    from vyzov_i18n.diagnostics import Diagnostic
    from vyzov_i18n.messages.model import MessageModel

_OF_VARIABLES = "unresolved-variable"  # told by `check_variables`, with the names that there are


def check(subject: Subject) -> Iterator[Diagnostic]:
    """Check the messages of a film's catalogs."""
    if not subject.is_messages:
        return
    functions = FunctionCheck(subject)
    found: list[Diagnostic] = []
    for unit in subject.units:
        found += _check_message(subject, unit, functions)
    found += check_variables(subject)
    yield from found
    known = {(finding.rule, finding.line, finding.column) for finding in found}
    lacking = {finding.line for finding in found if finding.rule in ("unknown-case", "unknown-gender")}
    for finding in _find_failures(subject):
        is_said = finding.rule == MissingForm.type and finding.line in lacking
        if not is_said and (finding.rule, finding.line, finding.column) not in known:
            yield finding


def _check_message(subject: Subject, unit: Unit, functions: FunctionCheck) -> Iterator[Diagnostic]:
    message = subject.parsed(unit.target)
    if isinstance(message, MessageSyntaxError):
        yield subject.find(message.type, unit, str(message), message.start, max(message.end, message.start + 1))
        return
    for error in validate(message):
        yield subject.find(error.type, unit, str(error), error.start, error.end)
    yield from functions.check(unit, message)


def _find_failures(subject: Subject) -> Iterator[Diagnostic]:
    """What goes wrong when the film is told with these messages."""
    rendering = subject.rendering
    failures = [
        failure
        for failure in (rendering.failures if rendering else ())
        if failure.origin.domain == subject.domain and failure.origin.path == subject.catalog.path
    ]
    if not failures:
        return
    units = {(unit.entry.context, unit.entry.message, unit.target): unit for unit in subject.units}
    for failure in failures:
        unit = units.get((failure.origin.context, failure.origin.msgid, failure.text))
        if unit and failure.error.type in RULES and failure.error.type != _OF_VARIABLES:
            yield from _report(subject, unit, failure)


def _report(subject: Subject, unit: Unit, failure: Failure) -> Iterator[Diagnostic]:
    error, model = failure.error, subject.model(unit.target)
    if not isinstance(error, MissingForm):
        yield subject.find(error.type, unit, str(error), error.start, error.end or None)
    elif model and not _selects_on_missing(model):
        message = f"the lexicon lacks the form {error.slot!r} of “{error.base}”, which the sentence needs"
        remedy = f"add the entry '{error.slot}|{error.concept}' to lexicon.po, or select on “missing”"
        yield subject.find(error.type, unit, message, *_asking(model, error), help=remedy)


def _selects_on_missing(model: MessageModel) -> bool:
    return any(
        isinstance(key, Literal) and key.value == "missing" for variant in model.variants for key in variant.keys
    )


def _asking(model: MessageModel, error: MissingForm) -> tuple[int, int]:
    """The place of the function that asks for the form, where an option names it; else that of the whole message."""
    features = error.slot.split(".")
    for call in model.functions():
        if any(isinstance(option.value, Literal) and option.value.value in features for option in call.options):
            return call.start, call.end
    return model.start, model.end
