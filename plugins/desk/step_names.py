"""Names what the last saved step of an item changed, for the button that takes it back."""

from collections.abc import Iterator

from plugins.desk.bundles import Bundle
from plugins.desk.history import Step
from plugins.desk.words import Words
from plugins.model.items import FACTS_FILE, LANGUAGES, index_file
from plugins.model.synced import IN_STEP_FILE
from plugins.model.yaml_source import parse

_MOST_NAMED = 4


def name_of_step(step: Step | None, bundle: Bundle, words: Words) -> str:
    """Return what a step changed in the item `bundle`, such as «Казахский текст, Картинки»; empty where there is none."""
    if step is None:
        return ""
    if step.address != bundle.address:
        return words.say("address")
    if step.before.get(f"{bundle.place}/{FACTS_FILE}", b"") is None:
        return words.say("step_new")
    names = list(dict.fromkeys(_names(step, bundle, words)))
    return ", ".join([*names[:_MOST_NAMED], *(["…"] if len(names) > _MOST_NAMED else [])])


def _names(step: Step, bundle: Bundle, words: Words) -> Iterator[str]:
    """Yield what each file of a step is called; a picture, a film or a paper is named by the facts that came with it."""
    texts = {index_file(code): f"text_{code}" for code in LANGUAGES}
    for path, old in step.before.items():
        name = path.rpartition("/")[2]
        if name == FACTS_FILE and old is not None:
            yield from _changed_facts(old, bundle, words)
        elif name in texts:
            yield words.say(texts[name])
        elif path == IN_STEP_FILE:
            yield words.say("in_step_file")
        elif name.endswith((".md", ".vtt")):
            yield words.say("film_words")


def _changed_facts(old: bytes, bundle: Bundle, words: Words) -> Iterator[str]:
    sources = (parse(text, "")[0] for text in (old.decode("utf-8", "replace"), bundle.files[FACTS_FILE]))
    before, now = (source.data if source else {} for source in sources)
    for key in {**before, **now}:
        if before.get(key) != now.get(key):
            yield words.of_field(bundle.schema.facts, key)[0]
