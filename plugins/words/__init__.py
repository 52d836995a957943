"""The words of the tools in Kazakh, Russian and English, one folder a language.

`rules.yaml` holds the messages of the rules and the phrases for their values, `rule_pages.yaml` what only the page of a
rule shows, `commands.yaml` what commands and their pages print, `hints.yaml` the hints of a new item. The English files
hold the notes for translators: a comment above each key.
"""
