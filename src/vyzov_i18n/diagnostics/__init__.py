"""What was found wrong, as data; and the ways to show it: text, JSON, SARIF, GitHub annotations, a diff."""

from vyzov_i18n.diagnostics.finding import Diagnostic, Severity, to_json

__all__ = ["Diagnostic", "Severity", "to_json"]
