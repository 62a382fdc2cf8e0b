"""The glossary to and from the files of other programs: TBX, tables, UTX; and from those into the catalogs."""
