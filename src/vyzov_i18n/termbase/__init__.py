"""The bilingual glossary: terms in all their forms, the matcher that finds them in a text, the checks that use it."""
