"""The command line: parse, call one thing of the library, print, return an exit code."""

from vyzov_i18n.cli.main import main

__all__ = ["main"]
