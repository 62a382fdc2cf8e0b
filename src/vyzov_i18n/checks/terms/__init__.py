"""The glossary of a film held against files: catalogs, articles, subtitles."""
