"""The elements of HTML that begin a new block, hide their content or hold no markup (HTML, "Rendering")."""

from __future__ import annotations

from typing import Final


def _names(text: str) -> frozenset[str]:
    return frozenset(text.split())


HEADINGS: Final = _names("h1 h2 h3 h4 h5 h6 title")
CELLS: Final = _names("td th")
BLOCKS: Final = (
    HEADINGS
    | CELLS
    | _names("address article aside blockquote body caption center col colgroup dd details dialog dir div dl dt")
    | _names("fieldset figcaption figure footer form frameset head header hgroup hr html legend li link main menu meta")
    | _names("nav noscript ol optgroup option p pre search section select slot summary table tbody textarea tfoot")
    | _names("thead tr ul")
)
OBJECTS: Final = _names("area audio button canvas embed iframe img input map meter object progress video")
HIDDEN: Final = _names("code kbd math samp script style svg template var")
RAW: Final = _names("iframe noembed noframes script style xmp")
VOID: Final = _names("area base br col embed hr img input link meta param source track wbr")
PARAGRAPH: Final = _names("p")

# What is open and ends where an element begins, its end tag left out; where any other block begins, a paragraph.
IMPLIED_END: Final = {
    "dd": PARAGRAPH | {"dd", "dt"},
    "dt": PARAGRAPH | {"dd", "dt"},
    "li": PARAGRAPH | {"li"},
    "option": _names("option"),
    "td": PARAGRAPH | CELLS,
    "th": PARAGRAPH | CELLS,
    "tr": PARAGRAPH | CELLS | {"tr"},
}
