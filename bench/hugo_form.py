"""The generated site in the form of Hugo: the same texts, menu and page layout as far as plain templates go."""

from pathlib import Path

from plugins.model import frontmatter
from plugins.model.items import LANGUAGES
from tests.small_site import write

_CONFIG = """\
baseURL: http://127.0.0.1:8000/
defaultContentLanguage: kk
defaultContentLanguageInSubdir: true
disableKinds: [taxonomy, term, RSS]
enableRobotsTXT: true
pagination: {pagerSize: 5}
markup: {goldmark: {parser: {attribute: {block: true, title: true}}, renderer: {unsafe: true}}}
languages:
  kk: {languageName: Қазақша, contentDir: content/kk, weight: 1}
  ru: {languageName: Русский, contentDir: content/ru, weight: 2}
"""
_BASE = """\
<!doctype html>
<html lang="{{ .Site.Language.Lang }}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>{{ .Title }} — {{ .Site.Home.Title }}</title>
<meta name="description" content="{{ .Description }}">
<link rel="canonical" href="{{ .Permalink }}">
{{ range .AllTranslations }}<link rel="alternate" hreflang="{{ .Language.Lang }}" href="{{ .Permalink }}">
{{ end }}</head>
<body>
<header><a href="{{ .Site.Home.RelPermalink }}">{{ .Site.Home.Title }}</a>
<nav><ul>{{ range .Site.Sections }}<li><a href="{{ .RelPermalink }}">{{ .Title }}</a></li>{{ end }}</ul></nav></header>
<main>{{ block "main" . }}{{ end }}</main>
<footer><ul>{{ range .Site.Sections }}<li><a href="{{ .RelPermalink }}">{{ .Title }}</a></li>{{ end }}</ul></footer>
</body>
</html>
"""
_SINGLE = """\
{{ define "main" }}<article><h1>{{ .Title }}</h1><p>{{ .Description }}</p><nav>{{ .TableOfContents }}</nav>{{ .Content }}
<nav>{{ with .PrevInSection }}<a href="{{ .RelPermalink }}">{{ .Title }}</a>{{ end }}
{{ with .NextInSection }}<a href="{{ .RelPermalink }}">{{ .Title }}</a>{{ end }}</nav></article>{{ end }}
"""
_LIST = """\
{{ define "main" }}<h1>{{ .Title }}</h1>{{ .Content }}<ol>{{ range .Paginator.Pages }}<li><time>{{ .Date.Format "2006-01-02" }}</time>
<h2><a href="{{ .RelPermalink }}">{{ .Title }}</a></h2><p>{{ .Description }}</p></li>{{ end }}</ol>
<nav>{{ range .Paginator.Pagers }}<a href="{{ .URL }}">{{ .PageNumber }}</a> {{ end }}</nav>{{ end }}
"""


def write_hugo_form(content: Path, root: Path) -> Path:
    """Write our `content` as a Hugo project at `root`; return the folder."""
    write(root / "hugo.yaml", _CONFIG)
    for name, text in (("baseof", _BASE), ("single", _SINGLE), ("list", _LIST)):
        write(root / f"layouts/_default/{name}.html", text)
    for file in sorted(content.rglob("index.*.md")):
        language = file.name.split(".")[1]
        assert language in LANGUAGES
        place = file.parent.relative_to(content)
        name = "_index.md" if len(place.parts) == 1 or place == Path("pages/home") else "index.md"
        folder = Path() if place == Path("pages/home") else place
        write(root / "content" / language / folder / name, _hugo_text(file))
    return root


def _hugo_text(file: Path) -> str:
    parts = frontmatter.split(file.read_text(encoding="utf-8"))
    assert parts is not None
    title, summary = (
        next(line for line in parts.front_matter.splitlines() if line.startswith(f"{key}:"))
        for key in ("title", "summary")
    )
    facts = file.parent / "facts.yaml"
    dates = (
        [line for line in facts.read_text(encoding="utf-8").splitlines() if line.startswith("date:")]
        if facts.is_file()
        else []
    )
    lines = [title, summary.replace("summary:", "description:", 1), *dates]
    return "---\n" + "\n".join(lines) + f"\n---\n{parts.body}"
