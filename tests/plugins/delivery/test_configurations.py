"""The configurations in `deploy/` are what the product writes today, and the servers can read them."""

import subprocess
import tomllib
from pathlib import Path

import pytest

from plugins.commands.build import run_build
from plugins.commands.publish import run_publish
from plugins.commands.serve_config import run_serve_config
from plugins.delivery.targets import read_target
from plugins.diagnostics.catalog import load_catalog
from tests.plugins.delivery.servers import site_styles
from tests.served import CADDY, NGINX
from tests.small_site import ROOT

FILES = {"caddy": "Caddyfile", "nginx": "nginx.conf"}


@pytest.mark.parametrize("server", FILES)
def test_the_file_of_a_server_is_what_the_command_prints(server: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert run_serve_config(ROOT, server, "output", 0, language="en") == 0
    assert (ROOT / "deploy" / FILES[server]).read_text(encoding="utf-8") == capsys.readouterr().out


def test_caddy_reads_its_file_and_finds_nothing_to_format(tmp_path: Path) -> None:
    file = tmp_path / "Caddyfile"
    text = (ROOT / "deploy/Caddyfile").read_text(encoding="utf-8")
    file.write_text(text.replace("/var/log/caddy", str(tmp_path)), encoding="utf-8")
    read = subprocess.run([CADDY, "adapt", "--config", file], capture_output=True, text=True, check=False)
    assert (read.returncode, "not formatted" in read.stderr) == (0, False), read.stderr


def test_nginx_reads_its_file(tmp_path: Path) -> None:
    certificate = ["openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-subj", "/CN=x"]
    subprocess.run(
        [*certificate, "-keyout", tmp_path / "privkey.pem", "-out", tmp_path / "fullchain.pem"],
        check=True, capture_output=True,
    )  # fmt: skip
    (tmp_path / "styles.conf").write_text('default "";\n', encoding="utf-8")
    text = (ROOT / "deploy/nginx.conf").read_text(encoding="utf-8")
    text = text.replace("/etc/letsencrypt/live/halykquaty.kz", str(tmp_path)).replace("/var/log/nginx", str(tmp_path))
    text = text.replace("/etc/nginx/site-styles.conf", str(tmp_path / "styles.conf"))
    for port in ("80", "443"):
        text = text.replace(f":{port} ", f":1{port} ").replace(f"listen {port}", f"listen 1{port}")
    load = "load_module /usr/lib/nginx/modules/ngx_http_brotli_static_module.so;"
    file = tmp_path / "nginx.conf"
    file.write_text(f"{load}\npid {tmp_path}/pid;\nevents {{}}\nhttp {{\n{text}}}\n", encoding="utf-8")
    read = subprocess.run([NGINX, "-t", "-c", file], capture_output=True, text=True, check=False)
    assert read.returncode == 0, read.stderr
    assert "[warn]" not in read.stderr


HASHES = [f"'sha256-{letter * 43}='" for letter in "AB"]


def test_nginx_gets_the_styles_again_after_a_reload_that_failed(tmp_path: Path) -> None:
    include, hashes, script = tmp_path / "styles.conf", tmp_path / "hashes.txt", tmp_path / "site-styles"
    include.write_text('default "";\n', encoding="utf-8")
    hashes.write_text(" ".join([*HASHES, "'unsafe-inline'", '";evil', HASHES[0]]), encoding="utf-8")
    ended = []
    for reload in ("false", "true", "false"):  # the third finds nothing new, and asks nginx for nothing
        script.write_text(site_styles(include, hashes, reload), encoding="utf-8")
        ended.append((subprocess.run(["sh", script], check=False).returncode, include.read_text(encoding="utf-8")))
    allowed = f'default "{HASHES[0]} {HASHES[1]}";\n'
    assert ended == [(1, 'default "";\n'), (0, allowed), (0, allowed)]


REFUSALS: dict[str, dict[str, object]] = {
    "publish_or_preview": {"published": True, "preview": True},
    "only_for_a_server": {"published": False, "output": "elsewhere"},
    "no_site_address": {"published": True, "site_url": "example.kz"},
    "folder_not_free": {"published": True, "output": "plugins"},
}


@pytest.mark.parametrize(("label", "asked"), REFUSALS.items(), ids=REFUSALS)
def test_a_build_that_would_lose_or_mean_nothing_is_refused(
    label: str, asked: dict[str, object], capsys: pytest.CaptureFixture[str]
) -> None:
    assert run_build(ROOT, language="en", **asked) == 1  # type: ignore[arg-type]
    words = load_catalog("en").labels[label].partition("{")[0] or load_catalog("en").labels[label].rpartition("}")[2]
    assert words in capsys.readouterr().err


def test_a_link_to_a_folder_of_somebody_is_not_built_into(tmp_path: Path) -> None:
    (tmp_path / "photos").mkdir()
    (tmp_path / "photos/house.jpg").write_bytes(b"house")
    (tmp_path / "output").symlink_to("photos")
    assert run_build(tmp_path, published=False, language="en") == 1
    assert (tmp_path / "photos/house.jpg").read_bytes() == b"house"


TARGETS = {
    "a name that is not there": ("nowhere", 'server]\nkind = "ssh"', "no target `nowhere`"),
    "an unknown key": ("x", 'x]\nkind = "folder"\naddress = "https://a.kz"\npath = "b"\npasword = "c"', "x.pasword"),
    "a missing key": ("x", 'x]\nkind = "ssh"\naddress = "https://a.kz"', "x.host"),
    "no TOML": ("x", "x\n", "cannot be read"),
}  # fmt: skip


@pytest.mark.parametrize(("name", "text", "reported"), TARGETS.values(), ids=TARGETS)
def test_a_faulty_target_is_reported(
    tmp_path: Path, name: str, text: str, reported: str, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "deploy").mkdir()
    (tmp_path / "deploy/targets.toml").write_text(f"[{text}\n", encoding="utf-8")
    assert run_publish(tmp_path, name, language="en") == 1
    assert reported in capsys.readouterr().err


def test_the_targets_of_the_project_can_be_read_and_hold_no_secret() -> None:
    text = (ROOT / "deploy/targets.toml").read_text(encoding="utf-8")
    for name in tomllib.loads(text):
        assert read_target(ROOT, name).address.startswith("https://")
    assert not [word for word in ("password", "secret_access_key =", "PRIVATE KEY") if word in text]
