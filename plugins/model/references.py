"""References between files: acts and articles, pictures, the menu. A reference that leads nowhere is a problem."""

from collections.abc import Iterator, Mapping
from pathlib import Path

from pydantic import BaseModel

from plugins.diagnostics import Problem
from plugins.model.acts import Act
from plugins.model.fields import Facts, LawReference, Picture, Sound, Storyboard, VideoFile
from plugins.model.items import Item, SiteContent
from plugins.model.schema_problems import nearest
from plugins.model.yaml_source import Location, YamlSource


def check_references(content: SiteContent, root: Path) -> Iterator[Problem]:
    """Yield a problem for every reference in a YAML file that leads nowhere; `root` is the project's folder."""
    yield from _check_menu(content, content.sources[f"{content.folder}/site.yaml"])
    yield from _check_acts(content, content.sources[f"{content.folder}/acts.yaml"])
    for item in content.all_items():
        yield from check_references_of(item, content.sources[f"{item.folder}/facts.yaml"], content.acts, root)


def check_references_of(item: Item, source: YamlSource, acts: Mapping[str, Act], root: Path) -> Iterator[Problem]:
    """Yield a problem for every reference in the facts of one item, read from `source`, that leads nowhere."""
    for location, value in values_in(item.facts):
        if isinstance(value, LawReference):
            yield from _check_law(value, location, source, acts)
        for key, file in _files_named(value):
            if not (root / item.folder / file).is_file():
                beside = [entry.name for entry in (root / item.folder).iterdir() if entry.is_file()]
                values = {"file": file, "nearest": nearest(file, beside)}
                yield source.problem_at_value("missing-file", (*location, *key), **values)
    act = getattr(item.facts, "act", None)
    if act is not None and act not in acts:
        values = {"act": act, "nearest": nearest(act, list(acts))}
        yield source.problem_at_value("unknown-law", ("act",), **values)


def _files_named(value: object) -> Iterator[tuple[Location, str]]:
    """Yield every file of the bundle that a value names, with its place inside the value."""
    match value:
        case Picture(file=file):
            yield ("file",), file
        case VideoFile(file=file):
            yield ("file",), file
        case Storyboard(sound=Sound(kk=kk, ru=ru)):
            yield ("sound", "kk"), kk
            yield ("sound", "ru"), ru


def files_of(facts: Facts) -> frozenset[str]:
    """Return every file of the bundle that its facts name."""
    return frozenset(file for _, value in values_in(facts) for _, file in _files_named(value))


def _check_law(
    reference: LawReference, location: Location, source: YamlSource, acts: Mapping[str, Act]
) -> Iterator[Problem]:
    act = acts.get(reference.act)
    if act is None:
        values = {"act": reference.act, "nearest": nearest(reference.act, list(acts))}
        yield source.problem_at_value("unknown-law", (*location, "act"), **values)
        return
    for index, article in enumerate(reference.articles):
        if not act.has_article(article):
            values = {"act": reference.act, "article": article}
            yield source.problem_at_value("unknown-article", (*location, "articles", index), **values)


def _check_acts(content: SiteContent, source: YamlSource) -> Iterator[Problem]:
    for act_id, act in content.acts.items():
        if act.repealed_by is not None and act.repealed_by not in content.acts:  # the page names it by its title
            values = {"act": act.repealed_by, "nearest": nearest(act.repealed_by, list(content.acts))}
            yield source.problem_at_value("unknown-law", (act_id, "repealed_by"), **values)
        if act.page is not None and f"/laws/{act.page}/" not in content.paths:
            pages = [path.split("/")[2] for path in content.paths if path.startswith("/laws/") and path != "/laws/"]
            values = {"link": act.page, "nearest": nearest(act.page, pages)}
            yield source.problem_at_value("broken-link", (act_id, "page"), **values)


def _check_menu(content: SiteContent, source: YamlSource) -> Iterator[Problem]:
    # lists and single pages, not the items of a list; the search has its own place in the header
    wanted = {path for path in content.paths if path.count("/") == 2 and path != "/search/"}
    listed: set[str] = set()
    for group_index, group in enumerate(content.cooperative.menu):
        for path_index, path in enumerate(group.paths):
            location = ("menu", group_index, "paths", path_index)
            if path not in wanted | content.drafts:
                yield source.problem_at_value("broken-link", location, link=path, nearest=nearest(path, sorted(wanted)))
            elif path in listed:
                yield source.problem_at_value("twice-in-menu", location, link=path)
            listed.add(path)
    for path in sorted(wanted - listed - content.drafts):
        yield source.problem_at_key("not-in-menu", ("menu",), link=path)


def values_in(value: object, location: Location = ()) -> Iterator[tuple[Location, object]]:
    """Yield every typed value inside `value`, with its place."""
    yield location, value
    if isinstance(value, Mapping):
        for key, inner in value.items():
            yield from values_in(inner, (*location, key))
    elif isinstance(value, tuple):
        for index, inner in enumerate(value):
            yield from values_in(inner, (*location, index))
    elif isinstance(value, BaseModel):
        for name in type(value).model_fields:
            yield from values_in(getattr(value, name), (*location, name))
