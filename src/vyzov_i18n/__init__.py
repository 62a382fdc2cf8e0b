"""The facts of a film once, its words in gettext catalogs, its summaries as a native editor would write them."""
