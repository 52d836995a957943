"""The configurations in `deploy/` are what the product writes today, and the servers can read them."""

import subprocess
from pathlib import Path

import pytest

from plugins.commands.serve_config import run_serve_config
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
