"""The syntax of MessageFormat 2 (message.abnf of LDML 48, part 9): from source to data model.

Linear in the length of the source, without recursion, and bounded: see the MAX_ constants. What the grammar refuses is
a `MessageSyntaxError` with the place where it went wrong.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final
from typing import Literal as OneOf

from vyzov_i18n.errors import MessageSyntaxError
from vyzov_i18n.messages.model import (
    Attribute,
    CatchAll,
    Declaration,
    Expression,
    FunctionCall,
    Literal,
    Markup,
    MessageModel,
    Option,
    Pattern,
    Text,
    Variable,
    Variant,
)
from vyzov_i18n.messages.scanner import Scanner

if TYPE_CHECKING:
    from vyzov_i18n.messages.model import Placeholder

MAX_LENGTH: Final = 100_000  # characters
MAX_DECLARATIONS: Final = 256
MAX_SELECTORS: Final = 16
MAX_VARIANTS: Final = 4096
MAX_PLACEHOLDERS: Final = 4096
MAX_OPTIONS: Final = 64  # of one function or markup, and so of its attributes

_text: Final = re.compile(r"[^\\{}\0]+").match


def parse(source: str) -> MessageModel:
    """The data model of a message. Raises MessageSyntaxError."""
    if len(source) > MAX_LENGTH:
        raise MessageSyntaxError(f"the message is longer than {MAX_LENGTH} characters", MAX_LENGTH, len(source))
    return _Parser(source).message()


class _Parser(Scanner):
    """Reads one message."""

    __slots__ = ("placeholders",)

    def __init__(self, source: str) -> None:
        super().__init__(source)
        self.placeholders = 0

    def message(self) -> MessageModel:
        self.skip_space()
        if self.source.startswith((".", "{{"), self.at):
            return self.complex_message()
        self.at = 0
        pattern = self.pattern()
        if self.at < len(self.source):
            self.fail("a } without its {; write \\} for a brace in the text", 1)
        return MessageModel(0, self.at, (), (), (Variant(0, self.at, (), pattern),))

    def complex_message(self) -> MessageModel:
        declarations: list[Declaration] = []
        selectors: tuple[Variable, ...] = ()
        while keyword := self.keyword(".input", ".local"):
            declarations.append(self.declaration(keyword))
            self.bound(len(declarations), MAX_DECLARATIONS, "declarations")
            self.skip_space()
        if self.keyword(".match"):
            selectors = self.selectors()
            variants = self.variants()
        else:
            start = self.at
            self.refuse_keyword()
            pattern = self.quoted_pattern()
            variants = (Variant(start, self.at, (), pattern),)
            self.skip_space()
        if self.at < len(self.source):
            self.fail("nothing may follow the }} of the pattern", len(self.source) - self.at)
        return MessageModel(0, self.at, tuple(declarations), selectors, variants)

    def keyword(self, *words: str) -> str | None:
        for word in words:
            if self.source.startswith(word, self.at):
                self.at += len(word)
                return word
        return None

    def refuse_keyword(self) -> None:
        if self.peek() == ".":
            self.fail("expected .input, .local or .match; a text that starts with a dot is written {{.…}}", 1)

    def declaration(self, keyword: str) -> Declaration:
        start = self.at - len(keyword)
        if keyword == ".input":
            self.skip_space()
            expression = self.placeholder_of_declaration()
            if not isinstance(expression.operand, Variable):
                self.at = expression.start
                self.fail(".input needs a variable, as in .input {$name}", expression.end - expression.start)
            return Declaration(start, self.at, "input", expression.operand, expression)
        self.need_space("after .local")
        variable = self.variable()
        self.skip_space()
        self.expect("=", "after the variable of .local")
        self.skip_space()
        expression = self.placeholder_of_declaration()
        return Declaration(start, self.at, "local", variable, expression)

    def placeholder_of_declaration(self) -> Expression:
        start = self.at
        placeholder = self.placeholder()
        if isinstance(placeholder, Markup):
            self.at = start
            self.fail("a declaration needs an expression, not markup", placeholder.end - start)
        return placeholder

    def selectors(self) -> tuple[Variable, ...]:
        selectors: list[Variable] = []
        self.need_space("after .match")
        while self.source.startswith("$", self.at):
            selectors.append(self.variable())
            self.bound(len(selectors), MAX_SELECTORS, "selectors")
            self.need_space("after a selector")
        if not selectors:
            self.fail(".match needs a variable, as in .match $count", 1)
        return tuple(selectors)

    def variants(self) -> tuple[Variant, ...]:
        variants: list[Variant] = []
        while self.at < len(self.source) or not variants:
            variants.append(self.variant())
            self.bound(len(variants), MAX_VARIANTS, "variants")
            self.skip_space()
        return tuple(variants)

    def variant(self) -> Variant:
        start = self.at
        keys = [self.key()]
        while (space := self.space_end()) and not self.source.startswith("{", space):
            self.at = space
            keys.append(self.key())
            self.bound(len(keys), MAX_SELECTORS, "keys")
        self.skip_space()
        pattern = self.quoted_pattern()
        return Variant(start, self.at, tuple(keys), pattern)

    def key(self) -> Literal | CatchAll:
        start = self.at
        if self.source.startswith("*", start):
            self.at += 1
            return CatchAll(start, self.at)
        return self.literal("a key, such as one, 1 or *")

    def quoted_pattern(self) -> Pattern:
        self.expect("{{", "before the pattern")
        pattern = self.pattern()
        self.expect("}}", "after the pattern")
        return pattern

    def pattern(self) -> Pattern:
        """Texts and placeholders up to a } or the end."""
        start = self.at
        parts: list[Text | Placeholder] = []
        while (character := self.peek()) and character != "}":
            parts.append(self.placeholder() if character == "{" else self.text())
        return Pattern(start, self.at, tuple(parts))

    def text(self) -> Text:
        start = self.at
        pieces: list[str] = []
        while self.at < len(self.source) and self.source[self.at] not in "{}":
            if run := _text(self.source, self.at):
                pieces.append(run.group())
                self.at = run.end()
            else:
                pieces.append(self.escaped())
        return Text(start, self.at, "".join(pieces))

    def placeholder(self) -> Placeholder:
        start = self.at
        self.placeholders += 1
        self.bound(self.placeholders, MAX_PLACEHOLDERS, "placeholders")
        self.expect("{", "at the start of an expression")
        self.skip_space()
        sigil = self.peek()
        if sigil in ("#", "/"):
            return self.markup(start, sigil)
        operand: Literal | Variable | None = None
        if sigil == "$":
            operand = self.variable()
        elif sigil != ":":
            operand = self.literal("an operand, such as $name or |text|, or a function, such as :number")
        function = self.function(spaced=operand is not None)
        attributes = self.attributes()
        self.close(start)
        return Expression(start, self.at, operand, function, attributes)

    def function(self, *, spaced: bool) -> FunctionCall | None:
        start = self.space_end() if spaced else self.at
        if start is None or not self.source.startswith(":", start):
            return None
        self.at = start + 1
        name = self.identifier("the name of a function after the :")
        options = self.options()
        return FunctionCall(start, self.at, name, options)

    def markup(self, start: int, sigil: str) -> Markup:
        self.at += 1
        kind: OneOf["open", "close", "standalone"] = "open" if sigil == "#" else "close"
        name = self.identifier("the name of the markup")
        options = self.options()
        attributes = self.attributes()
        self.skip_space()
        if sigil == "#" and self.peek() == "/":
            self.at += 1
            kind = "standalone"
            self.expect("}", "after the / of the markup")
        else:
            self.close(start)
        return Markup(start, self.at, kind, name, options, attributes)

    def options(self) -> tuple[Option, ...]:
        options: list[Option] = []
        while (start := self.space_end()) and self.starts_name(start):
            self.at = start
            name = self.identifier("the name of an option")
            self.skip_space()
            self.expect("=", "after the name of the option")
            self.skip_space()
            value = self.variable() if self.peek() == "$" else self.literal("the value of the option")
            options.append(Option(start, self.at, name, value))
            self.bound(len(options), MAX_OPTIONS, "options")
        return tuple(options)

    def attributes(self) -> tuple[Attribute, ...]:
        attributes: list[Attribute] = []
        while (start := self.space_end()) and self.source.startswith("@", start):
            self.at = start + 1
            name = self.identifier("the name of an attribute after the @")
            value = self.attribute_value()
            attributes.append(Attribute(start, self.at, name, value))
            self.bound(len(attributes), MAX_OPTIONS, "attributes")
        return tuple(attributes)

    def attribute_value(self) -> Literal | None:
        here = self.at
        self.skip_space()
        if self.peek() != "=":
            self.at = here
            return None
        self.at += 1
        self.skip_space()
        return self.literal("the value of the attribute")

    def close(self, start: int) -> None:
        spaced = self.space_end() is not None
        self.skip_space()
        character = self.peek()
        if character == "}":
            self.at += 1
            return
        if not character:
            self.at = start
            self.fail("a { without its }", len(self.source) - start)
        if character in ":@" and not spaced:
            self.fail(f"a space is needed before {character}", 1)
        self.fail(f"expected }}, found {character!r}", 1)

    def bound(self, count: int, limit: int, things: str) -> None:
        if count > limit:
            self.fail(f"the message has more than {limit} {things}", 1)
