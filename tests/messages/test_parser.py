from __future__ import annotations

import pytest

from vyzov_i18n.errors import MessageSyntaxError
from vyzov_i18n.messages import parser
from vyzov_i18n.messages.model import CatchAll, Expression, Literal, Markup, Text, Variable
from vyzov_i18n.messages.parser import parse


def refused(source: str) -> tuple[str, str, int]:
    """What the parser says of a source, the text it points at, and where that starts."""
    with pytest.raises(MessageSyntaxError) as caught:
        parse(source)
    error = caught.value
    assert error.type == "syntax-error"
    return str(error), source[error.start : error.end], error.start


class TestSimpleMessages:
    def test_text_is_kept_as_it_is(self) -> None:
        source = "  Вызов: «да» @ | \n"
        assert parse(source).variants[0].pattern.parts == (Text(0, len(source), source),)

    def test_escapes_are_undone(self) -> None:
        (text,) = parse(r"\{a\} \\ \|").variants[0].pattern.parts
        assert text == Text(0, 11, r"{a} \ |")

    def test_a_message_may_be_empty(self) -> None:
        assert parse("").variants[0].pattern.parts == ()

    def test_every_part_has_its_place(self) -> None:
        source = "Hi {$name :vyzov:term case=|a b| agree=$other @note @why=x}!"
        text, expression, mark = parse(source).variants[0].pattern.parts
        assert isinstance(expression, Expression)
        assert expression.function is not None
        assert source[expression.start : expression.end] == "{$name :vyzov:term case=|a b| agree=$other @note @why=x}"
        assert expression.operand == Variable(4, 9, "name")
        assert source[expression.function.start : expression.function.end] == ":vyzov:term case=|a b| agree=$other"
        assert expression.function.name == "vyzov:term"
        case, agree = expression.function.options
        assert (case.name, case.value) == ("case", Literal(27, 32, "a b"))
        assert source[agree.start : agree.end] == "agree=$other"
        assert agree.value == Variable(39, 45, "other")
        note, why = expression.attributes
        assert (note.name, note.value) == ("note", None)
        assert why.value == Literal(57, 58, "x")
        assert (text, mark) == (Text(0, 3, "Hi "), Text(59, 60, "!"))

    @pytest.mark.parametrize(
        ("source", "kind"),
        [("{#b}", "open"), ("{/b}", "close"), ("{#b /}", "standalone"), ("{ #b a=1 @c/}", "standalone")],
    )
    def test_markup(self, source: str, kind: str) -> None:
        (markup,) = parse(source).variants[0].pattern.parts
        assert isinstance(markup, Markup)
        assert (markup.kind, markup.name, markup.end) == (kind, "b", len(source))


class TestComplexMessages:
    def test_declarations(self) -> None:
        source = ".input {$n :number} .local $m = {$n} {{}}"
        given, local = parse(source).declarations
        assert (given.kind, given.variable.name, source[given.start : given.end]) == (
            "input",
            "n",
            ".input {$n :number}",
        )
        assert (local.kind, local.variable.name, source[local.start : local.end]) == ("local", "m", ".local $m = {$n}")

    def test_variants(self) -> None:
        source = ".match $n $g one |f m| {{a}}* * {{b}}"
        model = parse(source)
        first, second = model.variants
        assert [selector.name for selector in model.selectors] == ["n", "g"]
        assert first.keys == (Literal(13, 16, "one"), Literal(17, 22, "f m"))
        assert second.keys == (CatchAll(28, 29), CatchAll(30, 31))
        assert source[first.start : first.end] == "one |f m| {{a}}"
        assert source[second.pattern.start : second.pattern.end] == "b"

    def test_a_message_without_match_has_one_variant(self) -> None:
        assert [variant.keys for variant in parse("{{text}}").variants] == [()]

    def test_names_are_normalized(self) -> None:
        decomposed = ".local $a\u030a = {x} {{}}"
        assert parse(decomposed).declarations[0].variable.name == "\u00e5"

    def test_arguments_are_what_the_caller_gives(self) -> None:
        model = parse(".input {$n :number} .local $m = {$n :offset add=$step} {{{$m} {$name} {#b x=$y}}}")
        assert model.arguments() == {"n", "step", "name", "y"}


@pytest.mark.parametrize(
    ("source", "message", "text", "start"),
    [
        ("a } b", r"a } without its {; write \} for a brace in the text", "}", 2),
        ("a {$b", "a { without its }", "{$b", 2),
        ("a {|b", "a | without its closing |", "|b", 3),
        ("{$x:number}", "a space is needed before :", ":", 3),
        ("{$x :number @a@b}", "a space is needed before @", "@", 14),
        ("{$x number}", "expected }, found 'n'", "n", 4),
        ("{:f a}", "expected = after the name of the option", "}", 5),
        ("{:f a=}", "expected the value of the option", "}", 6),
        ("{$}", "expected the name of a variable after the $", "}", 2),
        ("{:}", "expected the name of a function after the :", "}", 2),
        ("{#}", "expected the name of the markup", "}", 2),
        ("{a @b=$c}", "expected the value of the attribute", "$", 6),
        ("{}", "expected an operand, such as $name or |text|, or a function, such as :number", "}", 1),
        (r"a\b", r"a \ must be followed by \, {, | or }", r"\b", 1),
        ("a\0b", "the character U+0000 is not allowed", "\0", 1),
        (".then {{a}}", "expected .input, .local or .match; a text that starts with a dot is written {{.…}}", ".", 0),
        (".input {42} {{a}}", ".input needs a variable, as in .input {$name}", "{42}", 7),
        (".local $x = {#b} {{a}}", "a declaration needs an expression, not markup", "{#b}", 12),
        (".local $x {1} {{a}}", "expected = after the variable of .local", "{", 10),
        (".match {$n} * {{a}}", ".match needs a variable, as in .match $count", "{", 7),
        (".match $n* {{a}}", "a space is needed after a selector", "*", 9),
        (".match $n one", "expected {{ before the pattern", "", 13),
        ("{{a} b}}", "expected }} after the pattern", "} ", 3),
        ("{{a}} b", "nothing may follow the }} of the pattern", "b", 6),
    ],
)
def test_errors_say_what_and_where(source: str, message: str, text: str, start: int) -> None:
    """An error has a sentence a translator understands and the place where reading stopped."""
    assert refused(source) == (message, text, start)


class TestBounds:
    def test_length(self) -> None:
        assert refused("a" * (parser.MAX_LENGTH + 1))[0] == "the message is longer than 100000 characters"

    @pytest.mark.parametrize(
        ("source", "things"),
        [
            ("{a}" * (parser.MAX_PLACEHOLDERS + 1), "4096 placeholders"),
            (".input {$a}" * (parser.MAX_DECLARATIONS + 1) + "{{}}", "256 declarations"),
            (".match" + " $a" * (parser.MAX_SELECTORS + 1) + " * {{}}", "16 selectors"),
            (".match $a" + " * {{}}" * (parser.MAX_VARIANTS + 1), "4096 variants"),
            (".match $a" + " *" * (parser.MAX_SELECTORS + 1) + "{{}}", "16 keys"),
            ("{:f" + " a=b" * (parser.MAX_OPTIONS + 1) + "}", "64 options"),
            ("{:f" + " @a" * (parser.MAX_OPTIONS + 1) + "}", "64 attributes"),
        ],
    )
    def test_numbers_of_things(self, source: str, things: str) -> None:
        assert refused(source)[0] == f"the message has more than {things}"

    @pytest.mark.parametrize(
        "source", ["{" * 90_000, "{{" * 45_000, "|" * 90_000, "{|" + "\\\\" * 45_000, " " * 90_000 + "{"]
    )
    def test_hostile_nesting_and_runs_are_read_to_their_end(self, source: str) -> None:
        """No recursion and no quadratic scanning: these return at once."""
        if not source.startswith("|"):
            refused(source)
        else:
            parse(source)


@pytest.mark.parametrize(
    "character", ["\ufdd0", "\ufffe", "\U0001ffff", "\U0010fffe", "\u2028", "\u202e", "\u1680", "\ud800", "\x7f"]
)
def test_characters_that_no_name_may_have(character: str) -> None:
    refused(f"{{$a{character}}}")


@pytest.mark.parametrize("character", ["+", "·", "\u200b", "\u061d", "🎬", "\U0010fffd", "ё", "_", "."])
def test_characters_that_a_name_may_have(character: str) -> None:
    assert parse(f"{{$a{character}}}").arguments() == {f"a{character}"}
