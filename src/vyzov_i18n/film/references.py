"""Whether the ids of a `film.toml` name what is there, and each thing once.

The checks read the TOML document, not `FilmFacts`: a film that is broken elsewhere still learns of every wrong id.
What has the wrong type is passed over, `shapes` reports it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from vyzov_i18n.film.defects import Defect, is_slip, key_path, nearest, shown
from vyzov_i18n.film.model import CONCEPT_TABLES, TITLE, variables_of
from vyzov_i18n.film.vocabulary import COMMON_VARIABLES, KNOWN_FACTS

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterator, Mapping

    from vyzov_i18n.film.defects import Path

_CLAIMS: Final = ("fact", "*", "claims", "*")
_CONCEPTS: Final = (("title",), ("original-title",), *((table, "*") for table in CONCEPT_TABLES))
_SOURCED: Final = (
    *_CONCEPTS,
    *((*concept, "other-names", "*") for concept in _CONCEPTS),
    ("cast", "*"),
    ("crew", "*"),
    _CLAIMS,
)
_REFERENCES: Final[tuple[tuple[tuple[str, ...], str], ...]] = (
    *(((*owner, "sources", "*"), "source") for owner in _SOURCED),
    (("cast", "*", "person"), "person"),
    (("cast", "*", "character"), "character"),
    (("crew", "*", "person"), "person"),
    (("character", "*", "profession"), "term"),
    (("fact", "*", "adjective"), "term"),
    (("fact", "*", "place"), "place"),
    (("fact", "*", "ship"), "ship"),
    (("fact", "*", "return-ship"), "ship"),
    (("fact", "*", "person"), "person"),
)


def find_broken_references(document: Mapping[str, Any]) -> Iterator[Defect]:
    """Every id that names nothing or too much, and every fact that is not what its id promises."""
    for pattern, table in _REFERENCES:
        known = _ids(document, table)
        for path, name in _matches(document, pattern):
            if isinstance(name, str) and name not in known:
                yield _unknown(f"no {table} {shown(name)}", name, known, path)
    yield from _find_shared_ids(document)
    yield from _find_broken_facts(document)
    yield from _find_unknown_variables(document)
    yield from _find_broken_lines(document)
    yield from _find_doubled_cast(document)


def find_broken_messages(document: Mapping[str, Any], check: Callable[[str], str | None]) -> Iterator[Defect]:
    """Every message in which `check` finds something wrong."""
    for path, message in _messages(document):
        problem = check(message) if isinstance(message, str) else None
        if problem is not None:
            yield Defect(rule="message-syntax", path=path, problem=problem)


def _matches(node: Any, pattern: tuple[str, ...], path: Path = ()) -> Iterator[tuple[Path, Any]]:
    """What stands at the paths of a pattern, in which "*" is any key or index."""
    if not pattern:
        yield path, node
        return
    step, rest = pattern[0], pattern[1:]
    if step != "*":
        if isinstance(node, dict) and step in node:
            yield from _matches(node[step], rest, (*path, step))
    elif isinstance(node, dict):
        for key, item in node.items():
            yield from _matches(item, rest, (*path, key))
    elif isinstance(node, list):
        for index, item in enumerate(node):
            yield from _matches(item, rest, (*path, index))


def _find_shared_ids(document: Mapping[str, Any]) -> Iterator[Defect]:
    """Concepts and facts with the same id: messages name both by `$id`."""
    owners: dict[str, Path] = {name: (name,) for name in COMMON_VARIABLES}
    for table in (*CONCEPT_TABLES, "fact"):
        for name in _ids(document, table):
            owner = owners.setdefault(name, (table, name))
            if owner != (table, name):
                problem = f"the id {shown(name)} is already taken by {key_path(owner)}"
                yield Defect(rule="duplicate-id", path=(table, name), problem=problem, on_key=True)


def _find_broken_facts(document: Mapping[str, Any]) -> Iterator[Defect]:
    concept_ids = {TITLE, *(f"{table}/{name}" for table in CONCEPT_TABLES for name in _ids(document, table))}
    for path, fact in _matches(document, ("fact", "*")):
        if isinstance(fact, dict):
            yield from _find_broken_kind(fact, path)
            yield from _find_second_accepted(fact, path)
            if fact.get("kind") == "concepts":
                for place, concept in _matches(fact, ("claims", "*", "value", "*"), path):
                    if isinstance(concept, str) and concept not in concept_ids:
                        yield _unknown_concept(concept, concept_ids, place)


def _find_broken_kind(fact: Mapping[str, Any], path: Path) -> Iterator[Defect]:
    """A known fact of another kind, an unknown one without a label."""
    name, kind = str(path[-1]), fact.get("kind")
    expected = KNOWN_FACTS.get(name)
    if expected is None and "label" not in fact:
        problem = "a fact that the library does not know needs a label"
        meant = nearest(name, KNOWN_FACTS)
        yield Defect(rule="missing-label", path=path, problem=problem, on_key=True, suggestion=meant)
    elif expected is not None and isinstance(kind, str) and kind != expected:
        problem = f"this fact is of kind {expected!r}, not {shown(kind)}"
        yield Defect(rule="wrong-kind", path=(*path, "kind"), problem=problem)


def _find_second_accepted(fact: Mapping[str, Any], path: Path) -> Iterator[Defect]:
    accepted = [place for place, flag in _matches(fact, ("claims", "*", "accepted"), path) if flag is True]
    for place in accepted[1:]:
        problem = f"{key_path(accepted[0][:-1])} is accepted already"
        yield Defect(rule="several-accepted", path=place, problem=problem)


def _find_unknown_variables(document: Mapping[str, Any]) -> Iterator[Defect]:
    known = set(COMMON_VARIABLES).union(*(_ids(document, table) for table in (*CONCEPT_TABLES, "fact")))
    for path, message in _messages(document):
        for name in variables_of(message) if isinstance(message, str) else ():
            if name not in known and name not in _facts_at(document, path):
                yield _unknown(f"no concept or fact {shown(name)}", name, known, path, variable=name)


def _facts_at(document: Mapping[str, Any], path: Path) -> Collection[Any]:
    """The facts that the line at that path names: it may be told or not, as the film has them."""
    facts = document["line"][path[1]].get("facts") if path[0] == "line" else ()
    return facts if isinstance(facts, list) else ()


def _messages(document: Mapping[str, Any]) -> Iterator[tuple[Path, Any]]:
    yield from _matches(document, ("line", "*", "text"))
    for path, fact in _matches(document, ("fact", "*")):
        if isinstance(fact, dict) and fact.get("kind") == "text":
            yield from _matches(fact, ("claims", "*", "value"), path)


def _find_broken_lines(document: Mapping[str, Any]) -> Iterator[Defect]:
    """Lines with the same id, after one that does not stand before them, on a fact that is misspelt.

    A line on a fact that the film does not have is no defect: it is not told.
    """
    facts = _ids(document, "fact")
    for path, name in _matches(document, ("line", "*", "facts", "*")):
        if isinstance(name, str) and name not in facts and is_slip(name, facts):
            yield _unknown(f"no fact {shown(name)}", name, facts, path)
    earlier: dict[str, Path] = {}
    for path, line in _matches(document, ("line", "*")):
        for place, name in _matches(line, ("after", "*"), path):
            if isinstance(name, str) and name not in earlier:
                yield _unknown(f"no earlier line {shown(name)}", name, earlier, place)
        for place, name in _matches(line, ("id",), path):
            if isinstance(name, str) and earlier.setdefault(name, path) != path:
                problem = f"the id {shown(name)} is already taken by {key_path(earlier[name])}"
                yield Defect(rule="duplicate-id", path=place, problem=problem)


def _find_doubled_cast(document: Mapping[str, Any]) -> Iterator[Defect]:
    """People who stand in the cast twice with the same character."""
    seen: set[tuple[Any, Any]] = set()
    for path, member in _matches(document, ("cast", "*")):
        if isinstance(member, dict):
            role = (str(member.get("person")), str(member.get("character")))
            if role in seen:
                yield Defect(rule="duplicate-id", path=path, problem=f"{shown(role[0])} stands in the cast already")
            seen.add(role)


def _ids(document: Mapping[str, Any], table: str) -> Collection[str]:
    entries = document.get(table)
    return entries.keys() if isinstance(entries, dict) else ()


def _unknown(problem: str, name: str, known: Collection[str], path: Path, variable: str | None = None) -> Defect:
    meant = nearest(name, known)
    return Defect(rule="unknown-reference", path=path, problem=problem, variable=variable, suggestion=meant)


def _unknown_concept(concept_id: str, known: Collection[str], path: Path) -> Defect:
    """Its suggestion stays in the table of the wrong id where it has a table."""
    table, _, name = concept_id.rpartition("/")
    owners = {known_id.rpartition("/")[2]: known_id for known_id in known if known_id.startswith(table)}
    meant = owners.get(nearest(name, owners) or "")
    problem = f"no concept {shown(concept_id)}"
    return Defect(rule="unknown-reference", path=path, problem=problem, suggestion=meant)
