"""What the functions of dates and times read: their operands and the name of a time zone.

An operand is a date, a time, both, a `PartialDate`, or the text of an ISO 8601 date or date and time; a date without a
time means its midnight. A time that has a zone of its own is shown in the zone that is asked for, one that has none
stays as it is (a "floating" time). Everything else raises BadOperand.
"""

from __future__ import annotations

import datetime as dt
import re
from typing import Final

from vyzov_i18n.errors import BadOperand
from vyzov_i18n.film.values import PartialDate
from vyzov_i18n.messages.functions.operands import unwrap

_ISO: Final = re.compile(r"\d{4}-\d\d-\d\d(?:T\d\d:\d\d:\d\d(?:\.\d{1,6})?(?:Z|[+-]\d\d:\d\d)?)?\Z", re.ASCII | re.I)
_OFFSET: Final = re.compile(r"([+-])(\d\d):?([0-5]\d)\Z", re.ASCII)


def date_operand(operand: object, zone: dt.tzinfo | None) -> dt.date | PartialDate:
    """A date, with or without a time."""
    if type(operand) is dt.date:
        return operand
    operand = unwrap(operand)
    return operand if isinstance(operand, PartialDate) else datetime_operand(operand, zone)


def datetime_operand(operand: object, zone: dt.tzinfo | None) -> dt.datetime:
    """A date with its time."""
    moment = moment_operand(operand, zone)
    if isinstance(moment, dt.time):
        raise BadOperand("a time has no date")
    return moment


def moment_operand(operand: object, zone: dt.tzinfo | None) -> dt.datetime | dt.time:
    """A time, with or without a date."""
    operand = unwrap(operand)
    if isinstance(operand, dt.time):
        return operand
    if isinstance(operand, str) and _ISO.match(operand):
        operand = _parsed(operand)
    if isinstance(operand, PartialDate) and operand.day is not None:
        operand = operand.first_day
    if isinstance(operand, dt.datetime):
        return _in_zone(operand, zone)
    if isinstance(operand, dt.date):
        return dt.datetime(operand.year, operand.month, operand.day)
    raise BadOperand("the operand must be a date, a time or both")


def partial_date_operand(operand: object) -> PartialDate:
    """A date of which the day or the month may be unknown, also as text: `2023-04`."""
    if operand.__class__ is PartialDate:
        return operand
    try:
        return PartialDate.of(unwrap(operand))
    except ValueError:
        raise BadOperand("the operand must be a date or a partial date such as 2023-04") from None


def zone_named(name: str) -> dt.tzinfo | None:
    """The zone of an IANA identifier or of an offset such as +03:00; None where there is none of that name."""
    if match := _OFFSET.match(name):
        sign, hours, minutes = match.groups()
        offset = dt.timedelta(hours=int(hours), minutes=int(minutes))
        return dt.timezone(-offset if sign == "-" else offset) if offset < dt.timedelta(days=1) else None
    from zoneinfo import ZoneInfo

    try:
        return ZoneInfo(name)
    except (KeyError, ValueError, OSError):
        return None


def _parsed(literal: str) -> dt.datetime:
    try:
        return dt.datetime.fromisoformat(literal.upper())
    except ValueError:
        raise BadOperand(f"no calendar has the date {literal}") from None


def _in_zone(moment: dt.datetime, zone: dt.tzinfo | None) -> dt.datetime:
    if zone is None or moment.tzinfo is None:
        return moment
    try:
        return moment.astimezone(zone)
    except OverflowError:
        raise BadOperand("the time lies outside the calendar in that time zone") from None
