"""The linter of catalogs: a module for each family of rules, `rules` with what each rule is for."""
