"""Dates, intervals, numbers, units, money and lists as CLDR writes them, compiled once a locale and style."""
