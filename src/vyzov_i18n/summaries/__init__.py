"""Summaries: which sentence, when, how long; and the fact sheet behind them."""
