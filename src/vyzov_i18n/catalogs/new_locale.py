"""A catalog in a new language: the template with a header for the locale, nothing translated."""

from __future__ import annotations

from typing import TYPE_CHECKING

from vyzov_i18n.catalogs.header import REVIEW_FIELD
from vyzov_i18n.catalogs.model import Catalog, Entry
from vyzov_i18n.catalogs.plural_forms import plural_forms
from vyzov_i18n.catalogs.update import update_catalog
from vyzov_i18n.locales import babel_locale, direction, to_posix
from vyzov_i18n.locales.cldr import grammatical_features

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from vyzov_i18n.catalogs.plural_forms import PluralForms


def lexicon_fields(tag: str) -> dict[str, str]:
    """The fields that the header of a lexicon has besides; empty is what CLDR, or Babel, does not tell."""
    features = grammatical_features(tag)
    return {
        "X-Grammatical-Cases": features.cases,
        "X-Grammatical-Genders": features.genders,
        "X-Quotation-Marks": "",
        "X-Quoted-Categories": "",
    }


def new_catalog(template: Iterable[Entry], tag: str, project: str, more: Mapping[str, str] | None = None) -> Catalog:
    """The messages, untranslated, with the plural forms, name and direction of the locale in the header, and `more`
    fields. It is the same each time. Raises LocaleError where CLDR has no data for the tag.
    """
    forms = plural_forms(babel_locale(tag))
    fields = (
        f"Project-Id-Version: {project}",
        "Report-Msgid-Bugs-To: ",
        "PO-Revision-Date: YEAR-MO-DA HO:MI+ZONE",
        "Last-Translator: FULL NAME <EMAIL@ADDRESS>",
        f"Language-Team: {babel_locale(tag).english_name}",
        f"Language: {to_posix(tag)}",
        "MIME-Version: 1.0",
        "Content-Type: text/plain; charset=UTF-8",
        "Content-Transfer-Encoding: 8bit",
        f"Plural-Forms: {forms.rule}",
        f"X-Text-Direction: {direction(tag)}",
        f"{REVIEW_FIELD}: pending",
        *(f"{name}: {value}" for name, value in (more or {}).items()),
    )
    text = "".join(f"{field}\n" for field in fields)
    comments = "\n".join(f"# {line}" for line in describe(forms))
    header = Entry("", translations=(text,), comments=comments)
    return update_catalog(Catalog(entries=[header], charset="utf-8"), template)


def describe(forms: PluralForms) -> list[str]:
    """What a translator should know of the plural forms."""
    named = ", ".join(f"msgstr[{index}] {category}" for index, category in enumerate(forms.categories))
    lines = [f"Plural forms by CLDR category: {named}."]
    if forms.customary:
        lines.append(f"gettext's customary rule, which pybabel init writes, differs: {forms.customary}")
    return lines
