"""Findings as a SARIF log (OASIS, Static Analysis Results Interchange Format 2.1.0), as code scanning reads it."""

from __future__ import annotations

import hashlib
import json
import os
import re
from collections import Counter
from pathlib import PurePath
from typing import TYPE_CHECKING, Any, Final
from urllib.parse import quote

from vyzov_i18n.diagnostics.finding import Severity

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from vyzov_i18n.diagnostics.finding import Diagnostic
    from vyzov_i18n.diagnostics.rules import Rule

_SCHEMA: Final = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
_LEVELS: Final = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "note"}
_ROOT: Final = "%SRCROOT%"
_BASES: Final = {_ROOT: {"description": {"text": "The folder that relative paths start from."}}}
_FINGERPRINT: Final = "findingHash/v1"


def to_sarif(findings: Iterable[Diagnostic], rules: Mapping[str, Rule], version: str) -> str:
    """The findings as one SARIF log of one run, indented JSON.

    `rules` documents the rules by name, `version` is that of the tool. Relative paths stay relative, to `%SRCROOT%`;
    a suggestion becomes a fix that replaces the place of its finding.
    """
    indices = {name: index for index, name in enumerate(rules)}
    seen: Counter[str] = Counter()
    run = {
        "tool": {"driver": {"name": "vyzov-i18n", "version": version, "rules": [*map(_descriptor, rules.values())]}},
        "originalUriBaseIds": _BASES,
        "columnKind": "unicodeCodePoints",
        "results": [_result(finding, indices, seen) for finding in findings],
    }
    log = {"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]}
    return json.dumps(log, ensure_ascii=False, indent=2).encode(errors="replace").decode()  # paths may have surrogates


def _descriptor(rule: Rule) -> dict[str, Any]:
    """Section 3.49, reportingDescriptor."""
    return {
        "id": rule.name,
        "shortDescription": {"text": rule.what},
        "fullDescription": {"text": rule.why},
        "help": {"text": rule.text, "markdown": rule.markdown},
        "defaultConfiguration": {"level": _LEVELS[rule.severity]},
    }


def _result(finding: Diagnostic, indices: Mapping[str, int], seen: Counter[str]) -> dict[str, Any]:
    """Section 3.27, result."""
    result: dict[str, Any] = {"ruleId": finding.rule}
    if finding.rule in indices:
        result["ruleIndex"] = indices[finding.rule]
    result["level"] = _LEVELS[finding.severity]
    result["message"] = {"text": f"{finding.message}\n{finding.help}" if finding.help else finding.message}
    if finding.path is not None:
        artifact, region = _artifact(finding.path), _region(finding)
        place = {"artifactLocation": artifact, "region": region} if region else {"artifactLocation": artifact}
        result["locations"] = [{"physicalLocation": place}]
        if finding.suggestion is not None and "endColumn" in region:
            result["fixes"] = [_fix(finding.suggestion, artifact, region)]
    result["partialFingerprints"] = {_FINGERPRINT: _fingerprint(finding, seen)}
    return result


def _artifact(path: str) -> dict[str, Any]:
    """Section 3.4, artifactLocation."""
    place = PurePath(os.path.normpath(path))
    if place.is_absolute():
        return {"uri": place.as_uri()}
    return {"uri": quote(os.fsencode(place.as_posix())), "uriBaseId": _ROOT}


def _region(finding: Diagnostic) -> dict[str, Any]:
    """Section 3.30, region; its snippet only where the finding quotes all of it."""
    numbers = {
        "startLine": finding.line,
        "startColumn": finding.column,
        "endLine": finding.end_line,
        "endColumn": finding.end_column,
    }
    region: dict[str, Any] = {name: number for name, number in numbers.items() if number is not None}
    is_whole = finding.line == finding.end_line and finding.column is not None and finding.end_column is not None
    if finding.text and is_whole and len(finding.text) == region["endColumn"] - region["startColumn"]:
        region["snippet"] = {"text": finding.text}
    return region


def _fix(suggestion: str, artifact: dict[str, Any], region: dict[str, Any]) -> dict[str, Any]:
    """Section 3.55, fix."""
    deleted = {name: number for name, number in region.items() if name != "snippet"}
    replacement = {"deletedRegion": deleted, "insertedContent": {"text": suggestion}}
    return {
        "description": {"text": f"Replace it by: {suggestion}"},
        "artifactChanges": [{"artifactLocation": artifact, "replacements": [replacement]}],
    }


def _fingerprint(finding: Diagnostic, seen: Counter[str]) -> str:
    """What stays the same when the finding moves to other lines; equal ones in a file are told apart by their order."""
    what = finding.text or re.sub(r"\d+", "#", finding.message)  # a message may name another line
    identity = "\0".join((finding.rule, finding.path or "", what))
    seen[identity] += 1
    return hashlib.sha256(f"{identity}\0{seen[identity]}".encode(errors="surrogatepass")).hexdigest()[:32]
