"""The languages of a document: most are in one, some have parts in another."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Final, NamedTuple

import msgspec

from vyzov_i18n.diagnostics import Diagnostic, Severity
from vyzov_i18n.termbase.documentation import RULES
from vyzov_i18n.termbase.languages import Language, find_language, find_script

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from vyzov_i18n.documents import Document, Segment
    from vyzov_i18n.termbase.glossary import Glossary

_ENOUGH_LETTERS: Final = 40  # of a paragraph in another script, to be more than a name


class Part(NamedTuple):
    """The segments of a document in one language."""

    language: Language
    segments: list[Segment]


def find_parts(document: Document, glossary: Glossary, locale: str | None = None) -> list[Part]:
    """The parts of a document, the largest first.

    Segments with a `lang` go by it; of the others those in another script than most are a part of their own. `locale`
    is the language of the largest part, if it is known; other languages are told as `find_language` does.
    """
    groups: dict[tuple[str | None, str | None], list[Segment]] = {}
    usual = _usual_script(document)
    for segment in document.segments:
        own = None if segment.language else _script_of(document, segment) or usual
        groups.setdefault((segment.language, own), []).append(segment)
    parts: list[Part] = []
    for (tag, script), segments in sorted(groups.items(), key=lambda item: -_size(item[1])):
        if locale and not parts:
            language = Language(locale, locale)
        else:
            text = "\n".join(map(document.text_of, segments))
            path = document.path if script == usual else None  # the name of a file tells what most of it is in
            language = find_language(glossary, text, tag=tag, path=path)
        parts.append(Part(language, segments))
    return parts


def tell_languages(document: Document, parts: Sequence[Part], glossary: Glossary) -> Iterator[Diagnostic]:
    """What has to be told of the languages of a document, each once: those not checked, those that are not sure.

    Where nothing at all is checked, that is a warning.
    """
    is_checked = any(part.language.locale for part in parts)
    for language in dict.fromkeys(part.language for part in parts):
        if language.locale is None:
            what = f"the language {language.told!r}" if language.told else "the language of the text"
            message = f"{what} is none of the glossary ({', '.join(glossary.locales)})"
            advice = f"add it to the film, or name the right one: {_options(glossary.locales)}"
            remark = _remark(document, "unchecked-language", message, advice)
            yield remark if is_checked else msgspec.structs.replace(remark, severity=Severity.WARNING)
        elif language.rivals:
            message = f"the text was taken for {language.locale}, not for {', '.join(language.rivals)}"
            advice = f"if that is right, say so: --locale {language.locale}; if not, {_options(language.rivals)}"
            yield _remark(document, "guessed-language", message, advice)


def _options(locales: Iterable[str]) -> str:
    return " or ".join(f"--locale {locale}" for locale in locales)


def _usual_script(document: Document) -> str | None:
    """The script of most of what has no `lang`."""
    sizes: Counter[str | None] = Counter()
    for segment in document.segments:
        if not segment.language and (script := _script_of(document, segment)):
            sizes[script] += segment.end - segment.start
    return sizes.most_common(1)[0][0] if sizes else None


def _script_of(document: Document, segment: Segment) -> str | None:
    """The script of a segment; None for one that is too short to be more than a name."""
    text = document.text_of(segment)
    return find_script(text) if sum(map(str.isalpha, text)) >= _ENOUGH_LETTERS else None


def _size(segments: Iterable[Segment]) -> int:
    return sum(segment.end - segment.start for segment in segments)


def _remark(document: Document, rule: str, message: str, advice: str) -> Diagnostic:
    severity = RULES[rule].severity
    return Diagnostic(rule=rule, message=message, severity=severity, path=document.path or None, help=advice)
