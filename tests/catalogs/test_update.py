"""Tests of updating a catalog."""

from __future__ import annotations

import shutil
import subprocess
from typing import TYPE_CHECKING, Final

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from vyzov_i18n.catalogs.model import Catalog, Entry
from vyzov_i18n.catalogs.po import parse_po
from vyzov_i18n.catalogs.update import Change, compare, update_catalog
from vyzov_i18n.catalogs.writer import render_po
from vyzov_i18n.diagnostics import Severity
from vyzov_i18n.errors import CatalogError

if TYPE_CHECKING:
    from pathlib import Path

    from vyzov_i18n.catalogs.model import Key

HEADER: Final = (
    'msgid ""\nmsgstr ""\n"Content-Type: text/plain; charset=UTF-8\\n"\n'
    '"Plural-Forms: nplurals=3; plural=n%10==1 ? 0 : n<5 ? 1 : 2;\\n"\n'
)
TITLE: Final = 'msgctxt "film/title"\nmsgid "The Challenge"\nmsgstr "Вызов"\n'
STAR: Final = 'msgctxt "person/star"\nmsgid "Yulia Peresild"\nmsgstr "Юлия Пересильд"\n'
ENTRIES: Final = [Entry("The Challenge", "film/title"), Entry("Yulia Peresild", "person/star")]


def po(*entries: str, header: str = HEADER) -> str:
    return "\n".join([header, *entries])


def update(text: str, template: list[Entry]) -> str:
    """The updated file; that a second update changes nothing is asserted on the way."""
    updated = render_po(update_catalog(parse_po(text.encode()), template))
    assert render_po(update_catalog(parse_po(updated), template)) == updated
    return updated.decode()


def test_a_catalog_in_step_does_not_change() -> None:
    assert update(po(TITLE, STAR), ENTRIES) == po(TITLE, STAR)


def test_extracted_comments_and_references_follow_while_a_translators_own_stay() -> None:
    before = po(
        "# Checked with the studio.\n#. Old note.\n#: old.toml\n#, no-wrap\n" + TITLE,
    )
    template = [Entry("The Challenge", "film/title", comments="#. New note.\n#: film.toml\n#, c-format")]
    expected = "# Checked with the studio.\n#. New note.\n#: film.toml\n#, no-wrap, c-format\n"
    assert update(before, template) == po(expected + TITLE)


def test_a_new_entry_stands_where_the_template_has_it_and_the_others_keep_their_order() -> None:
    template = [Entry("A", "first"), *ENTRIES, Entry("B", "last"), Entry("C", "last-too")]
    new = [f'msgctxt "{context}"\nmsgid "{text}"\nmsgstr ""\n' for context, text in (("first", "A"), ("last", "B"))]
    last = 'msgctxt "last-too"\nmsgid "C"\nmsgstr ""\n'
    assert update(po(STAR, TITLE), template) == po(new[0], STAR, new[1], last, TITLE)


def test_a_new_plural_has_the_forms_of_the_header() -> None:
    new = 'msgid "a day"\nmsgid_plural "{$n} days"\nmsgstr[0] ""\nmsgstr[1] ""\nmsgstr[2] ""\n'
    assert update(po(), [Entry("a day", plural="{$n} days", translations=("", ""))]) == po(new)


def test_a_changed_text_keeps_its_translation_as_fuzzy_with_the_previous_text() -> None:
    expected = (
        '# Ours.\n#, fuzzy\n#| msgctxt "film/title"\n#| msgid "The Challenge"\n'
        'msgctxt "film/title"\nmsgid "Challenge"\nmsgstr "Вызов"\n'
    )
    template = [Entry("Challenge", "film/title"), ENTRIES[1]]
    assert update(po("# Ours.\n" + TITLE, STAR), template) == po(expected, STAR)


def test_a_text_that_changes_twice_shows_the_text_that_was_translated() -> None:
    once = update(po(TITLE), [Entry("Challenge", "film/title")])
    twice = update(once, [Entry("A Challenge", "film/title")])
    assert '#| msgid "The Challenge"\nmsgctxt "film/title"\nmsgid "A Challenge"\n' in twice


def test_a_change_that_is_undone_leaves_no_trace() -> None:
    once = update(po(TITLE), [Entry("Challenge", "film/title")])
    twice = update(once, [Entry("A Challenge", "film/title")])
    assert update(once, ENTRIES[:1]) == update(twice, ENTRIES[:1]) == po(TITLE)


def test_a_draft_whose_text_changes_and_changes_back_is_still_a_draft() -> None:
    once = update(po("#, fuzzy\n" + TITLE), [Entry("Challenge", "film/title")])
    assert update(once, ENTRIES[:1]) == po("#, fuzzy\n" + TITLE)


def test_a_translation_that_a_tool_took_from_another_context_stays_fuzzy() -> None:
    guessed = '#, fuzzy\n#| msgctxt "ship"\n#| msgid "The Challenge"\n' + TITLE
    assert update(po(guessed), ENTRIES[:1]) == po(guessed)


def test_flags_of_formats_are_those_of_the_template() -> None:
    marked = "#, python-brace-format, c-format, no-wrap\n" + TITLE
    assert update(po(marked), ENTRIES[:1]) == po("#, no-wrap\n" + TITLE)


def test_an_untranslated_text_that_changes_is_not_fuzzy() -> None:
    empty = TITLE.replace("Вызов", "")
    changed = empty.replace("The Challenge", "Challenge")
    template = [Entry("Challenge", "film/title")]
    assert update(po(empty), template) == po(changed)
    assert update(po("# Ours.\n" + empty), template) == po("# Ours.\n" + changed)


def test_where_a_context_loses_or_gets_several_texts_nothing_is_guessed() -> None:
    notes = ['msgctxt "note"\nmsgid "one"\nmsgstr "раз"\n', 'msgctxt "note"\nmsgid "two"\nmsgstr "два"\n']
    new = 'msgctxt "note"\nmsgid "three"\nmsgstr ""\n'
    gone = ["".join(f"#~ {line}\n" for line in note.splitlines()) for note in notes]
    assert update(po(*notes), [Entry("three", "note")]) == po(new, *gone)
    several = [Entry("three", "note"), Entry("four", "note")]
    assert "fuzzy" not in update(po(notes[0]), several)


def test_another_context_or_none_never_lends_its_translation() -> None:
    """A person who leaves and one who comes have nothing in common."""
    ivanov = [Entry("Oleg Ivanov", "person/ivanov")]
    shkaplerov = 'msgctxt "person/shkaplerov"\nmsgid "Oleg Ivanova"\nmsgstr "Шкаплеров"\n'
    assert "fuzzy" not in update(po(shkaplerov), ivanov)
    assert "fuzzy" not in update(po('msgid "Open file"\nmsgstr "Открыть"\n'), [Entry("Open files")])


def test_an_entry_that_is_gone_is_kept_as_obsolete_and_comes_back_with_all_its_words() -> None:
    noted = "# Ours.\n#. Note.\n#: film.toml\n" + STAR
    obsolete = "# Ours.\n" + "".join(f"#~ {line}\n" for line in STAR.splitlines())
    gone = update(po(TITLE, noted), ENTRIES[:1])
    assert gone == po(TITLE, obsolete)
    template = [ENTRIES[0], Entry("Yulia Peresild", "person/star", comments="#. Note.\n#: film.toml")]
    assert update(gone, template) == po(TITLE, noted)


def test_an_entry_that_is_gone_and_empty_is_dropped() -> None:
    assert update(po(TITLE, STAR.replace("Юлия Пересильд", "")), ENTRIES[:1]) == po(TITLE)


def test_a_fuzzy_entry_comes_back_fuzzy() -> None:
    gone = update(po("#, fuzzy\n" + STAR), [])
    assert update(gone, ENTRIES[1:]) == po("#, fuzzy\n" + STAR)


def test_a_text_that_gets_a_plural_keeps_its_translation_as_the_first_form() -> None:
    expected = (
        '#, fuzzy\n#| msgid "day"\nmsgid "day"\nmsgid_plural "days"\nmsgstr[0] "день"\nmsgstr[1] ""\nmsgstr[2] ""\n'
    )
    plural = [Entry("day", plural="days", translations=("", ""))]
    assert update(po('msgid "day"\nmsgstr "день"\n'), plural) == po(expected)


def test_a_text_that_loses_its_plural_keeps_the_first_form_and_the_others_as_comments() -> None:
    before = 'msgid "day"\nmsgid_plural "days"\nmsgstr[0] "день"\nmsgstr[1] "дня\\nдня"\nmsgstr[2] "дней"\n'
    expected = (
        '# msgstr[1] was: дня\\nдня\n# msgstr[2] was: дней\n#, fuzzy\n#| msgid "day"\n#| msgid_plural "days"\n'
        'msgid "day"\nmsgstr "день"\n'
    )
    assert update(po(before), [Entry("day")]) == po(expected)


def test_the_header_stays_as_it_is() -> None:
    header = "# Team.\n#\n#, fuzzy\n" + HEADER
    assert update(po(TITLE, header=header), ENTRIES[:1]) == po(TITLE, header=header)


def test_another_charset_is_kept() -> None:
    koi8 = po(TITLE).replace("UTF-8", "KOI8-R").encode("koi8-r")
    assert render_po(update_catalog(parse_po(koi8), ENTRIES[:1])) == koi8


@pytest.mark.parametrize(
    ("text", "rule"),
    [
        ('domain "other"\n' + po(TITLE), "domain-directive"),
        (po(TITLE).replace("nplurals=3", "nplurals=x"), "plural-rule"),
        ('msgid "a"\nmsgstr "b"\n', "missing-charset"),
        (HEADER.replace("UTF-8", "CHARSET") + '\nmsgid "a"\nmsgstr "b"\n', "missing-charset"),
        ("", "missing-charset"),
    ],
)
def test_a_catalog_that_would_lose_something_is_refused(text: str, rule: str) -> None:
    with pytest.raises(CatalogError) as caught:
        update_catalog(parse_po(text.encode(), "a.po"), ENTRIES)
    (finding,) = caught.value.findings
    assert (finding.rule, finding.severity, finding.path) == (rule, Severity.ERROR, "a.po")
    assert finding.line is not None


def test_compare_counts_what_a_translator_has_to_look_at() -> None:
    before = parse_po(po(TITLE, STAR, "#, fuzzy\n" + TITLE.replace("film/title", "x")).encode())
    template = [Entry("Challenge", "film/title"), Entry("The Challenge", "x"), Entry("new", "new")]
    assert compare(before, update_catalog(before, template), "a.po") == Change("a.po", new=1, fuzzy=1, obsolete=1)


def test_compare_tells_what_is_revived_from_what_is_new() -> None:
    before = parse_po(
        po("#~ " + STAR.replace("\nmsg", "\n#~ msg"), "#, fuzzy\n#~ " + TITLE.replace("\nmsg", "\n#~ msg")).encode()
    )
    after = update_catalog(before, [*ENTRIES, Entry("new", "new")])
    assert compare(before, after, "a.po") == Change("a.po", new=1, revived=2)


def some_entries(keys: st.SearchStrategy[list[Key]], *, translated: bool) -> st.SearchStrategy[list[Entry]]:
    """Entries of different keys; translated ones may be empty, obsolete, fuzzy or commented."""
    words = st.sampled_from(["", "слово", "другое", "ещё\n"]) if translated else st.just("")
    comments = st.sampled_from(["", "# Ours.", "#, fuzzy", "# Ours.\n#, fuzzy, no-wrap"]) if translated else st.just("")
    state = st.tuples(words, comments, st.booleans() if translated else st.just(False))
    return keys.flatmap(
        lambda found: st.tuples(*(state for _ in found)).map(
            lambda states: [
                Entry(message, context, translations=(word,), comments=comment, obsolete=obsolete)
                for (context, message), (word, comment, obsolete) in zip(found, states, strict=True)
            ]
        )
    )


KEYS = st.lists(
    st.tuples(st.sampled_from([None, "a", "b"]), st.sampled_from(["one", "two", "three", "four"])), unique=True
)


@settings(max_examples=300, deadline=None)
@given(some_entries(KEYS, translated=True), some_entries(KEYS, translated=False))
def test_whatever_changes_no_word_is_lost_and_a_second_update_changes_nothing(
    entries: list[Entry], template: list[Entry]
) -> None:
    header = parse_po(HEADER.encode()).entries
    before = parse_po(render_po(Catalog(entries=header + entries, charset="utf-8")))
    after = update_catalog(before, template)
    assert sorted(entry.key for entry in after.messages() if entry.context) == sorted(
        entry.key for entry in template if entry.context
    )
    words = [
        sorted(word for entry in catalog.entries for word in entry.translations if word) for catalog in (before, after)
    ]
    assert words[0] == words[1]
    rendered = render_po(after)
    assert render_po(update_catalog(parse_po(rendered), template)) == rendered
    changed = {entry.key for entry in after.messages() if any(entry.translations)} - {
        entry.key for entry in before.entries
    }
    drafts = {entry.context for entry in before.entries if entry.is_fuzzy}
    assert all(
        entry.is_fuzzy and (entry.previous or entry.context in drafts)
        for entry in after.messages()
        if entry.key in changed
    )


@pytest.mark.skipif(shutil.which("msgmerge") is None, reason="gettext is not installed")
def test_gettext_sees_nothing_to_change(tmp_path: Path) -> None:
    template = [ENTRIES[0], Entry("Yulia P.", "person/star"), Entry("day", plural="days", translations=("", ""))]
    gone = 'msgctxt "old"\nmsgid "old"\nmsgstr "старое"\n'
    path, pot = tmp_path / "film.po", tmp_path / "film.pot"
    path.write_text(update(po(TITLE, STAR, gone), template), "utf-8")
    pot.write_bytes(render_po(update_catalog(parse_po(HEADER.encode()), template)))
    for command in ("msgcat {path}", "msgmerge --quiet --previous --no-fuzzy-matching {path} {pot}"):
        words = [word.format(path=path, pot=pot) for word in command.split()]
        run = subprocess.run([*words, "--no-wrap"], check=True, capture_output=True)
        assert run.stdout.decode() == path.read_text("utf-8")
