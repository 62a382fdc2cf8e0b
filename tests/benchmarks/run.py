"""Run benchmarks against their peers and print what was reached: `python tests/benchmarks/run.py [--json] [NAME…]`.

Runs all, or those named. Needs the extra `bench`, and for the glossary a Debian machine, whose packages have the text
that is searched. Exit codes: 0 all were measured, whatever was reached; 2 one could not run, with the reason.
"""

from __future__ import annotations

import argparse
import json
import sys
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tests.benchmarks.measure import Figure


class Benchmark(NamedTuple):
    """A benchmark and the words for it. Its module is imported only when it runs, so that one can fail alone."""

    name: str
    title: str
    peer: str
    module: str


class Outcome(NamedTuple):
    """The figure of a benchmark, or the reason why there is none."""

    benchmark: Benchmark
    figure: Figure | None
    reason: str | None


BENCHMARKS: Final = (
    Benchmark("importing", "import vyzov_i18n", "import babel", "startup"),
    Benchmark("cold_summary", "cold summary --locale ru", "cold gettext and babel.dates", "startup"),
    Benchmark("full_summary", "full summary, formatted anew", "gettext, str.format and Babel", "rendering"),
    Benchmark("repeated_summary", 'summary("ru") once more', "", "rendering"),
    Benchmark("one_message", "message with three arguments", "fluent.runtime", "formatting"),
    Benchmark("reading", "reading 1,000 PO files", "polib", "catalogs"),
    Benchmark("compiling_beside_pybabel", "compiling them, one command", "pybabel compile", "catalogs"),
    Benchmark("compiling_beside_msgfmt", "compiling them, one command", "msgfmt, a process a file", "catalogs"),
    Benchmark("checking", "checking them, one command", "msgfmt -c, a process a file", "catalogs"),
    Benchmark("compiling_again", "compile_catalogs, unchanged", "compile_catalogs, first run", "catalogs"),
    Benchmark("film_terms", "find, film glossary, 20 MB", "Weblate's way", "glossary"),
    Benchmark("many_terms", "find, 2,000 terms, 20 MB", "Weblate's way", "glossary"),
    Benchmark("lemmas", "find, film glossary, 2 MB", "pymorphy3 with a cache", "glossary"),
    Benchmark("building", "glossary of 2,000 terms", "", "glossary"),
    Benchmark("memory", "find in a process, 20 MB", "", "glossary"),
)

_BY_NAME: Final = {benchmark.name: benchmark for benchmark in BENCHMARKS}
_METHOD: Final = (
    "Ours and the peer's are measured by turns; times are medians, ratios the medians of the rounds' ratios."
)
_ROW: Final = "{:<30}{:>10}   {:<31}{:>10}   {:<28}{:<16}{}"


def main() -> int:
    """Run the benchmarks, print what they found, return the exit code."""
    parser = argparse.ArgumentParser(description="Measure vyzov-i18n against its peers.")
    parser.add_argument("--json", action="store_true", help="print a JSON document")
    parser.add_argument("names", nargs="*", metavar="NAME", help=f"those to run: {', '.join(_BY_NAME)}")
    sys.path[0] = str(Path(__file__).parents[2])  # the project, that the modules beside this one have their full names
    arguments = parser.parse_args()
    if unknown := [name for name in arguments.names if name not in _BY_NAME]:
        parser.error(f"no such benchmark: {', '.join(unknown)}")
    report = _report_json if arguments.json else _report_table
    return report([_BY_NAME[name] for name in arguments.names] or BENCHMARKS)


def _report_table(benchmarks: Sequence[Benchmark]) -> int:
    print(_ROW.format("ours", "time", "peer", "time", "result", "target", "reached"))
    outcomes = []
    for benchmark in benchmarks:
        outcomes.append(_run(benchmark))
        print(_row(outcomes[-1]), flush=True)
    print(_METHOD)
    return _exit_code(outcomes)


def _report_json(benchmarks: Sequence[Benchmark]) -> int:
    outcomes = [_run(benchmark) for benchmark in benchmarks]
    document = {"method": _METHOD, "benchmarks": [_document(outcome) for outcome in outcomes]}
    print(json.dumps(document, ensure_ascii=False, indent=2))
    return _exit_code(outcomes)


def _run(benchmark: Benchmark) -> Outcome:
    try:
        figure = getattr(import_module(f"tests.benchmarks.{benchmark.module}"), benchmark.name)()
    except Exception as error:  # whatever goes wrong is the reason that the reader gets
        return Outcome(benchmark, None, f"{type(error).__name__}: {error}")
    return Outcome(benchmark, figure, None)


def _row(outcome: Outcome) -> str:
    benchmark, figure, reason = outcome
    if figure is None:
        return f"{benchmark.title:<30}could not run: {reason}"
    is_time = figure.unit == "s"
    return _ROW.format(
        benchmark.title,
        _time(figure.ours),
        benchmark.peer,
        "" if figure.peer is None else _time(figure.peer),
        _time(figure.value) if is_time else f"{figure.value:.2f} {figure.unit}",
        f"{figure.relation} {_time(figure.target) if is_time else figure.target}",
        "yes" if figure.reached else "NO",
    )


def _document(outcome: Outcome) -> dict[str, Any]:
    benchmark, figure, reason = outcome
    words = {"name": benchmark.name, "ours": benchmark.title, "peer": benchmark.peer or None}
    return {**words, "figure": figure and {**figure._asdict(), "reached": figure.reached}, "reason": reason}


def _time(seconds: float) -> str:
    for unit, size in (("s", 1.0), ("ms", 1e-3), ("µs", 1e-6)):
        if seconds >= size:
            return f"{seconds / size:.4g} {unit}"
    return f"{seconds / 1e-9:.4g} ns"


def _exit_code(outcomes: list[Outcome]) -> int:
    return 2 if any(outcome.reason for outcome in outcomes) else 0


if __name__ == "__main__":
    sys.exit(main())
