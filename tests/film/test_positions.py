import tomllib
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vyzov_i18n.film.positions import LineIndex, Node, locate

DOCUMENT = """\
# a comment with [brackets] and "quotes"
format = 1
a.'b c'."d\\u0065" = 2021-10-05 10:00:00  # dotted

[ fact . budget ]
claims = [ # nested
  { value = { amount = 1_000, currency = "RUB" }, sources = ["a", 'b'] },
  [[1], []],
]

[[cast]]
person = \"\"\"
one ""two\"\" \\" ]
\"\"\"\"\"
[cast.extra]
x = ''''quoted'''''
[[cast]]
[[cast]]
person = "third"
[cast.extra]
x = 3
[fact]
late = true
"""


def text_at(text: str, *path: str | int) -> str:
    return text[slice(*locate(text).find(path).value)]


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        (("format",), "1"),
        (("a", "b c", "de"), "2021-10-05 10:00:00"),
        (("fact", "budget"), "[ fact . budget ]"),
        (("fact", "budget", "claims", 0, "value", "amount"), "1_000"),
        (("fact", "budget", "claims", 0, "value"), '{ amount = 1_000, currency = "RUB" }'),
        (("fact", "budget", "claims", 0, "sources", 1), "'b'"),
        (("fact", "budget", "claims", 1), "[[1], []]"),
        (("cast", 0, "person"), '"""\none ""two"" \\" ]\n"""""'),
        (("cast", 0, "extra", "x"), "''''quoted'''''"),
        (("cast", 2), "[[cast]]"),
        (("cast", 2, "extra", "x"), "3"),
        (("cast", 2, "person"), '"third"'),
        (("fact", "late"), "true"),
    ],
)
def test_value_stands_where_it_is_written(path: tuple[str | int, ...], expected: str) -> None:
    tomllib.loads(DOCUMENT)
    assert text_at(DOCUMENT, *path) == expected


def test_key_is_the_last_part_of_a_dotted_key() -> None:
    node = locate(DOCUMENT).find(("a", "b c", "de"))
    assert node.key is not None
    assert DOCUMENT[slice(*node.key)] == '"d\\u0065"'


def test_path_that_is_not_there_leads_to_what_stands_above_it() -> None:
    assert text_at(DOCUMENT, "cast", 2, "character") == "[[cast]]"
    assert locate("").find(("title", "name")).value == (0, 0)


def test_lines_and_columns_count_from_one_in_characters() -> None:
    text = "ё = 1\r\nы = 'я'"
    assert LineIndex(text).place(text.index("'")) == (2, 5)
    assert LineIndex("").place(0) == (1, 1)


BARE = st.from_regex(r"[A-Za-z0-9_-]{1,4}", fullmatch=True)
KEYS = BARE | st.text(st.characters(exclude_categories=["Cs"]), max_size=4)
SCALARS = st.one_of(
    st.integers(-(2**63), 2**63).map(str),
    st.sampled_from(["true", "1.5e3", "-inf", "0xF_F", "2021-10-05", "2021-10-05 10:00:00.5", "10:00:00"]),
    st.sampled_from(
        ['""', "''", '""""""', "''''''", '"""\n"quoted""\\" """""', "'''\n]}'''''", '"a \\"b\\" # ]"', r"'\'"]
    ),
    st.text("ё\"'\\ #]},\n", max_size=6).map(lambda text: basic_string(text)),
)
BLANKS = st.sampled_from(["", " ", "\t ", "  "])
BREAKS = st.sampled_from(["", " ", "\n", "\r\n", " # comment ] } ' \"\n", '\n\t# """\n  '])
VALUES = st.recursive(
    SCALARS,
    lambda inner: st.one_of(
        st.lists(inner, max_size=3),
        st.dictionaries(KEYS, inner, max_size=3),
    ),
    max_leaves=12,
)
TABLES = st.lists(st.dictionaries(KEYS, st.dictionaries(KEYS, SCALARS, max_size=2), max_size=2), max_size=3)


def basic_string(text: str) -> str:
    escaped = "".join(char if char.isprintable() and char not in '"\\' else f"\\U{ord(char):08X}" for char in text)
    return f'"{escaped}"'


class Writer:
    """Writes a tree of TOML scalars in a style that the test draws."""

    def __init__(self, data: st.DataObject) -> None:
        self.draw = data.draw

    def key(self, name: str) -> str:
        quoted = basic_string(name)
        is_bare = name != "" and all(char.isascii() and (char.isalnum() or char in "-_") for char in name)
        is_literal = name.isprintable() and "'" not in name
        choices = [quoted, *([name] if is_bare else []), *([f"'{name}'"] if is_literal else [])]
        return f"{self.draw(BLANKS)}{self.draw(st.sampled_from(choices))}{self.draw(BLANKS)}"

    def value(self, value: Any) -> str:
        if isinstance(value, list):
            items = "".join(f"{self.draw(BREAKS)}{self.value(item)}{self.draw(BREAKS)}," for item in value)
            return f"[{items[:-1] if self.draw(st.booleans()) else items}{self.draw(BREAKS)}]"
        if isinstance(value, dict):
            return "{" + ",".join(pair for name, item in value.items() for pair in self.pairs(name, item)) + " }"
        return str(value)

    def pairs(self, name: str, value: Any) -> list[str]:
        """`name = value`, or one dotted key for each item of a table."""
        key = self.key(name)
        if isinstance(value, dict) and value and self.draw(st.booleans()):
            return [f"{key}.{pair}" for inner, item in value.items() for pair in self.pairs(inner, item)]
        return [f"{key}={self.draw(BLANKS)}{self.value(value)}"]

    def table(self, table: dict[str, Any], way: tuple[str, ...] = (), header: str = "") -> str:
        pairs, tables = [], []
        for name, value in table.items():
            inner = (*way, name)
            if isinstance(value, dict) and self.draw(st.booleans()):
                tables.append(self.table(value, inner, f"[{'.'.join(map(self.key, inner))}]"))
            elif is_list_of_tables(value) and self.draw(st.booleans()):
                tables += [self.table(item, inner, f"[[{'.'.join(map(self.key, inner))}]]") for item in value]
            else:
                pairs += [f"{pair}{self.draw(BLANKS)}" for pair in self.pairs(name, value)]
        own = "\n".join([header, *pairs, ""])
        late = header.startswith("[") and not header.startswith("[[") and self.draw(st.booleans())
        return "".join([*tables, own] if late and can_be_late(tables) else [own, *tables])


def is_list_of_tables(value: Any) -> bool:
    return isinstance(value, list) and value != [] and all(isinstance(item, dict) for item in value)


def can_be_late(tables: list[str]) -> bool:
    return not any(table.lstrip().startswith("[[") for table in tables)


def check(text: str, node: Node, value: Any) -> None:
    """Every key and value that `tomllib` reads has a node whose text reads the same."""
    source = text[slice(*node.value)]
    if node.key is None or not isinstance(value, dict | list):
        assert repr(tomllib.loads(f"k = {source}")["k"]) == repr(value)
    children = dict(value if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ())
    assert node.children.keys() == children.keys()
    for step, item in children.items():
        child = node.children[step]
        if isinstance(step, str):
            assert child.key is not None
            assert list(tomllib.loads(f"{text[slice(*child.key)]} = 1")) == [step]
        check(text, child, item)


@given(tree=st.dictionaries(KEYS, VALUES | TABLES, max_size=5), data=st.data())
def test_every_path_of_a_document_has_its_place(tree: dict[str, Any], data: st.DataObject) -> None:
    text = Writer(data).table(tree)
    root = Node((0, 0), (0, 0))
    root.children = locate(text).children
    check(text, root, tomllib.loads(text))
