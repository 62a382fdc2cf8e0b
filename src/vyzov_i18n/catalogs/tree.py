"""The PO files of a gettext tree, whatever its layout: every `.po` in a folder and below it."""

from __future__ import annotations

import os

import msgspec

from vyzov_i18n.catalogs.files import is_leftover
from vyzov_i18n.diagnostics import Diagnostic


class Stamp(msgspec.Struct, frozen=True, array_like=True, gc=False):
    """By what a file is known again without being read: its size, when it was modified (nanoseconds), its inode."""

    size: int
    modified: int
    inode: int


class Source(msgspec.Struct, frozen=True, gc=False):
    """A PO file, and the MO file beside it with its stamp, None where there is none."""

    path: str
    stamp: Stamp
    target: str
    target_stamp: Stamp | None


class Tree(msgspec.Struct):
    """What a walk through a folder found: PO files, what killed runs left behind, folders that cannot be read."""

    sources: list[Source] = []
    leftovers: list[str] = []
    findings: list[Diagnostic] = []


def find_sources(path: str) -> Tree:
    """The PO files of a folder, sorted by their paths, or the one file."""
    tree = Tree()
    if path.endswith(".po") and os.path.isfile(path):
        target = f"{path[:-3]}.mo"
        tree.sources.append(Source(path, _stamp(os.stat(path)), target, find_stamp(target)))
        return tree
    if not os.path.isdir(path):
        tree.findings.append(Diagnostic(rule="unreadable-file", message="no such folder or .po file", path=path))
        return tree
    folders = [path]
    while folders:
        folders += _add_folder(folders.pop(), tree)
    tree.sources.sort(key=lambda source: source.path)
    return tree


def find_stamp(path: str) -> Stamp | None:
    """The stamp of a file; None where there is none."""
    try:
        return _stamp(os.stat(path))
    except OSError:
        return None


def _add_folder(folder: str, tree: Tree) -> list[str]:
    """Add what stands in the folder; returns the folders in it. Links to folders are not followed."""
    folders: list[str] = []
    sources: list[os.DirEntry[str]] = []
    targets: dict[str, os.DirEntry[str]] = {}
    try:
        for entry in os.scandir(folder):
            name = entry.name
            if entry.is_dir(follow_symlinks=False):
                folders.append(entry.path)
            elif name.endswith(".po"):
                sources.append(entry)
            elif name.endswith(".mo"):
                targets[name] = entry
            elif is_leftover(name):
                tree.leftovers.append(entry.path)
    except OSError as error:
        message = f"the folder cannot be read: {error.strerror}"
        tree.findings.append(Diagnostic(rule="unreadable-file", message=message, path=folder))
    for source in sources:
        _add_source(source, targets.get(f"{source.name[:-3]}.mo"), tree)
    return folders


def _add_source(entry: os.DirEntry[str], target: os.DirEntry[str] | None, tree: Tree) -> None:
    path = entry.path
    try:
        source = Source(path, _stamp(entry.stat()), f"{path[:-3]}.mo", _stamp(target.stat()) if target else None)
    except OSError as error:
        tree.findings.append(Diagnostic(rule="unreadable-file", message=error.strerror or str(error), path=path))
    else:
        tree.sources.append(source)


def _stamp(status: os.stat_result) -> Stamp:
    return Stamp(status.st_size, status.st_mtime_ns, status.st_ino)
