"""The program `vyzov-i18n`: its commands, each imported when it is called."""

from __future__ import annotations

from importlib import import_module
from typing import Final

import click

# The module of each command.
COMMANDS: Final = {
    "summary": "reading",
    "facts": "reading",
    "cast": "reading",
    "explain": "reading",
    "locales": "reading",
    "extract": "catalogs",
    "add-locale": "upkeep",
    "update": "upkeep",
    "compile": "catalogs",
    "check": "check",
    "glossary": "glossary",
    "stats": "upkeep",
}


class _Commands(click.Group):
    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        module = COMMANDS.get(cmd_name)
        if module is None:
            return None
        command: click.Command = getattr(
            import_module(f"vyzov_i18n.cli.{module}"), f"{cmd_name.replace('-', '_')}_command"
        )
        return command

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        name = args[0]
        if name in COMMANDS or name.startswith("-") or ctx.resilient_parsing:
            return super().resolve_command(ctx, args)
        from difflib import get_close_matches

        close = get_close_matches(name, COMMANDS, n=1)
        question = f" Did you mean {close[0]!r}?" if close else ""
        raise click.UsageError(f"No such command {name!r}.{question}", ctx)


@click.command(
    cls=_Commands,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
    epilog="""\b
    Exit codes:
      0  done, no errors found
      1  findings of severity error
      2  the command could not do its work
    """,
)
@click.version_option(package_name="vyzov-i18n", prog_name="vyzov-i18n")
def program() -> None:
    """The facts of a film, told as a native editor would.

    \b
    Examples:
      vyzov-i18n summary --locale ru
      vyzov-i18n facts --locale ru --disputes
      vyzov-i18n compile locale
      vyzov-i18n check locale
    """
