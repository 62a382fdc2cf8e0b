"""The program `vyzov-i18n`: its commands, its streams, its exit codes."""

from __future__ import annotations

import os
import sys
from importlib import import_module
from typing import Any, Final, NoReturn

import click

from vyzov_i18n.errors import VyzovError

EXIT_FINDINGS: Final = 1
EXIT_FAILED: Final = 2
EXIT_INTERRUPTED: Final = 130

# The module of each command, imported when the command runs.
_COMMANDS: Final = {
    "summary": "reading",
    "facts": "reading",
    "cast": "reading",
    "explain": "reading",
    "locales": "reading",
    "extract": "catalogs",
    "compile": "catalogs",
}


class _Commands(click.Group):
    """A group that imports a command's module only when it is asked for."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(_COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        module = _COMMANDS.get(cmd_name)
        if module is None:
            return None
        command: click.Command = getattr(import_module(f"vyzov_i18n.cli.{module}"), f"{cmd_name}_command")
        return command


@click.command(
    cls=_Commands,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
    epilog="Exit codes: 0 done, nothing found; 1 findings of severity error; 2 the command could not do its work.",
)
@click.version_option(package_name="vyzov-i18n", prog_name="vyzov-i18n")
def program() -> None:
    """The facts of a film, told as a native editor would.

    \b
    Examples:
      vyzov-i18n summary --locale ru
      vyzov-i18n facts --locale ru --disputes
      vyzov-i18n compile locale
    """


def main() -> NoReturn:
    """Run the program on the arguments of the process, and exit."""
    for stream in (sys.stdout, sys.stderr):
        reconfigure: Any = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            reconfigure(encoding="utf-8", errors="backslashreplace")
    try:
        code = program.main(standalone_mode=False)
        sys.stdout.flush()
    except BrokenPipeError:
        _close_quietly()
        sys.exit(0)
    except (KeyboardInterrupt, click.Abort):
        sys.exit(EXIT_INTERRUPTED)
    except click.ClickException as error:
        error.show()
        sys.exit(EXIT_FAILED)
    except (VyzovError, OSError) as error:
        click.echo(f"error: {error}", err=True)
        sys.exit(EXIT_FAILED)
    sys.exit(code if isinstance(code, int) else 0)


def _close_quietly() -> None:
    """Let the interpreter flush into nothing at exit: nobody reads on."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
