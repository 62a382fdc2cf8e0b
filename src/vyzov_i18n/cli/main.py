"""The process: its streams, what ends it, its exit code."""

from __future__ import annotations

import gc
import os
import sys
from io import StringIO, TextIOWrapper
from typing import Final, NoReturn

EXIT_FINDINGS: Final = 1
EXIT_FAILED: Final = 2
EXIT_INTERRUPTED: Final = 130

_NAME: Final = "vyzov-i18n"
_COMPLETION: Final = "_VYZOV_I18N_COMPLETE"


def main() -> NoReturn:
    """Run the program on the arguments of the process, and end the process."""
    gc.disable()  # a process this short makes no cycles to speak of
    try:
        _open_streams()
        code = _run(sys.argv[1:])
    except BrokenPipeError:
        code = 0
    except KeyboardInterrupt:
        code = EXIT_INTERRUPTED
    # Taking the interpreter apart would cost a seventh of the time, and all output has been flushed or is not wanted.
    os._exit(code)


def _open_streams() -> None:
    """Make the output UTF-8 whatever the environment says; what the caller has closed swallows it."""
    sys.stdout = sys.stdout or StringIO()
    sys.stderr = sys.stderr or StringIO()
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")


def _run(arguments: list[str]) -> int:
    """Run one command, print what stops it, and return the exit code."""
    import click

    from vyzov_i18n.cli.options import print_findings
    from vyzov_i18n.errors import CatalogError, DocumentError, FilmError, TermbaseError, VyzovError

    try:
        return _invoke(arguments)
    except click.exceptions.Exit as done:
        return done.exit_code
    except click.ClickException as error:
        error.show()
    except (FilmError, CatalogError, DocumentError, TermbaseError) as error:
        print_findings(error.findings)
    except VyzovError as error:
        click.echo(f"Error: {error}", err=True)
    except BrokenPipeError:
        raise
    except OSError as error:
        click.echo(f"Error: {error.filename or 'the output'}: {error.strerror}", err=True)
    return EXIT_FAILED


def _invoke(arguments: list[str]) -> int:
    from vyzov_i18n.cli.program import program

    if instruction := os.environ.get(_COMPLETION):
        from click.shell_completion import shell_complete

        return shell_complete(program, {}, _NAME, _COMPLETION, instruction)
    # Not `program.main`, which ends with the exit code of findings where a pipe breaks.
    with program.make_context(_NAME, arguments) as context:
        program.invoke(context)
    return 0
