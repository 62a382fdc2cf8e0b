from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from markdown_it import MarkdownIt

from vyzov_i18n.documents import Kind

if TYPE_CHECKING:
    from collections.abc import Callable

    from vyzov_i18n.documents import Document

ARTICLE = """\
Вызов
=====

Первый *фильм* о **космосе**, снятый на `МКС`. Автор — [Клим
Шипенко](https://example.org "режиссёр"), и __Юлия__ \\*не одна\\*.

> Юлия сказала,
> что полетит.
>
> И полетела.

1. раз
2) два
   ещё два

- пункт
  - вложенный
- ***оба***

```python
Юлия = 1
```

    код с отступом

## Хвост ##

Конец &laquo;цитаты&raquo; snake_case_name 2 * 3.

---

![Кадр](a.png) и <https://example.org/Юлия>
"""


def reference_texts(source: str) -> list[str]:
    """The text of each block, as markdown-it sees it."""
    texts = []
    for token in MarkdownIt().parse(source):
        if token.type == "inline":
            pieces = []
            in_autolink = False
            for child in token.children or []:
                if child.type == "link_open":
                    in_autolink = child.markup == "autolink"
                elif child.type == "link_close":
                    in_autolink = False
                elif child.type == "code_inline" or in_autolink:
                    pieces.append("|")
                elif child.type in ("softbreak", "hardbreak"):
                    pieces.append("\n")
                else:
                    pieces.append(child.content)
            texts.append("".join(pieces))
    return texts


def test_text_is_that_of_markdown_it(
    read: Callable[[str, str], Document], texts: Callable[[Document], list[str]]
) -> None:
    document = read("md", ARTICLE)
    found = [text.replace("\n   ", "\n").replace("\n ", "\n") for text in texts(document)]
    expected = [
        text.removesuffix(" и |") + " и" if text.endswith(" и |") else text for text in reference_texts(ARTICLE)
    ]
    assert found == expected
    assert len(found) == 12
    assert document.findings == ()


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("---\ntitle: нет\n---\nда", ["да"]),
        ("---\nда", ["да"]),
        ("# да #\nда", ["да", "да"]),
        ("да\n---\nда", ["да", "да"]),
        ("* * *\nда", ["да"]),
        ("~~~\nнет\n```\nнет\n~~~~\nда", ["да"]),
        ("> ```\n> нет\n> ```\n> да", ["да"]),
        ("```\nнет", []),
        ("- да\n\n      нет\n\n  да", ["да", "да"]),
        ("да\n    да", ["да\nда"]),
        ("-     нет", []),
        ("- [x] да\n- [ ] да", ["да", "да"]),
        ("[ссылка]: http://a.ru 'нет'\n[^1]: да", ["да"]),
        ("МКС[^1] и МКС[1]", ["МКС и МКС[1]"]),
        ("[да][ref] [да]", ["да да]"]),
        ("``не`т`` да ` да", ["да ` да"]),
        ("Юл_ия_ _да_ ~~да~~ 5*6", ["Юл_ия да да 56"]),
        ("<script>\nнет\n</script>\nда", ["да"]),
        ("<!-- нет\n\nнет -->\nда", ["да"]),
        ("да <!-- нет --> да <code>нет</code> да", ["да  да | да"]),
        ("да <img alt='Кадр'> <a b <b", ["да |Кадр| <a b <b"]),
        ("|а|б|\n|-|-|\n|`в`|г \\| д\n\nда|да", ["а", "б", "г | д", "да|да"]),
        ("да\\\nда", ["да\nда"]),
        ("да https://a.ru/Вызов_(фильм)", ["да"]),
    ],
)
def test_markup_is_no_text(
    source: str,
    expected: list[str],
    read: Callable[[str, str], Document],
    texts: Callable[[Document], list[str]],
) -> None:
    assert texts(read("md", source)) == expected


def test_a_name_across_markup_has_its_place(read: Callable[[str, str], Document]) -> None:
    document = read("markdown", "> [Юлия](https://a.ru)\r\n> **Пересильд**")
    start, end = document.text.index("Юлия"), document.text.index("Пересильд") + len("Пересильд")
    assert document.text[start:end].replace("\u2060", "") == "Юлия \nПересильд"
    assert document.source[start:end] == "Юлия](https://a.ru)\r\n> **Пересильд"
    place = document.place(start, end)
    assert (place.line, place.column, place.end_line, place.end_column) == (1, 4, 2, 14)


def test_kinds(read: Callable[[str, str], Document]) -> None:
    document = read("md", "# Вызов\n\nда\n\n|а|\n|-|\n")
    assert [segment.kind for segment in document.segments] == [Kind.HEADING, Kind.PARAGRAPH, Kind.CELL]


@pytest.mark.parametrize(
    "source",
    [
        "[" * 50_000,
        "](" * 50_000,
        "](a '" * 20_000,
        "<a " * 50_000,
        "<code>" * 20_000,
        "<!--" * 50_000,
        "> " * 50_000,
        "".join("`" * count + " " for count in range(1, 300)),
        "---\n" + "a\r\n" * 20_000,
        "*_" * 50_000,
        "|" * 50_000,
    ],
)
def test_hostile_markup_is_read(source: str, read: Callable[[str, str], Document]) -> None:
    assert read("md", source + "да").source.endswith("да")
