"""A server to publish to, on this machine: a real sshd and the product's own configuration of nginx, both of this test."""

import contextlib
import getpass
import shutil
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from plugins.delivery import nginx
from plugins.delivery.headers import response_headers
from plugins.delivery.layout import ServerLayout
from plugins.delivery.targets.configuration import SshTarget
from tests.served import BROTLI, NGINX, free_port, running
from tests.small_site import ROOT

SSHD = shutil.which("sshd") or "/usr/sbin/sshd"


@dataclass(frozen=True)
class TestServer:
    """The target that leads to it, the address visitors ask, and its base folder."""

    __test__ = False

    target: SshTarget
    base: Path


@contextlib.contextmanager
def a_server(scratch: Path) -> Iterator[TestServer]:
    """Run sshd and nginx below `scratch`; nginx answers as soon as there is a release."""
    base = scratch / "site"
    base.mkdir()
    (base / "style-hashes.txt").write_text("", encoding="utf-8")
    port, smoke = free_port(), free_port()
    with _sshd(scratch) as ssh_config, _nginx(scratch, base, port, smoke) as reload:
        target = SshTarget(
            kind="ssh",
            address=f"http://127.0.0.1:{port}",
            host="site",
            base=str(base),
            ssh_config=str(ssh_config),
            before_switch=reload,
            smoke=f"http://127.0.0.1:{smoke}",
        )
        yield TestServer(target, base)


@contextlib.contextmanager
def _sshd(scratch: Path) -> Iterator[Path]:
    """Run sshd on a free port of this machine; yield the configuration of ssh that reaches it as `site`."""
    port, user = free_port(), getpass.getuser()
    for name in ("host", "user"):
        subprocess.run(["ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-f", scratch / name], check=True)
    (scratch / "sshd.conf").write_text(
        f"Port {port}\nListenAddress 127.0.0.1\nHostKey {scratch}/host\nAuthorizedKeysFile {scratch}/user.pub\n"
        f"PidFile {scratch}/sshd.pid\nStrictModes no\nUsePAM no\nPasswordAuthentication no\nMaxStartups 100\n",
        encoding="utf-8",
    )
    key = (scratch / "host.pub").read_text(encoding="utf-8").rsplit(" ", 1)[0]
    (scratch / "known").write_text(f"[127.0.0.1]:{port} {key}\n", encoding="utf-8")
    client = scratch / "ssh.conf"
    client.write_text(
        f"Host site\n  HostName 127.0.0.1\n  Port {port}\n  User {user}\n  IdentityFile {scratch}/user\n"
        f"  IdentitiesOnly yes\n  UserKnownHostsFile {scratch}/known\n",
        encoding="utf-8",
    )
    Path("/run/sshd").mkdir(exist_ok=True)  # of Debian's sshd, where it runs as root
    server = subprocess.Popen([SSHD, "-D", "-f", scratch / "sshd.conf"])
    try:
        yield client
    finally:
        server.terminate()
        server.wait()


@contextlib.contextmanager
def _nginx(scratch: Path, base: Path, port: int, smoke: int) -> Iterator[str]:
    """Run nginx by the product's configuration of a server, without TLS; yield the command that lets in new styles."""
    styles = scratch / "styles.conf"
    styles.write_text('default "";\n', encoding="utf-8")
    layout = replace(ServerLayout("127.0.0.1"), base=str(base), smoke_port=smoke, nginx_styles=str(styles))
    text = nginx.site_configuration(layout)
    redirects, secure, smoke_server = text.split("server {")[1:]
    tls = [line for line in secure.splitlines() if not line.strip().startswith(("ssl_", "listen", "if ", "access_log"))]
    maps = text.split("server {")[0]
    whole = "\n".join(["server {", f"  listen 127.0.0.1:{port};", *tls])
    temp = "".join(f"  {n}_temp_path {scratch}/{n};\n" for n in ("client_body", "proxy", "fastcgi", "uwsgi", "scgi"))
    file = scratch / "nginx.conf"
    file.write_text(
        f"load_module {BROTLI};\ndaemon off;\nuser {getpass.getuser()};\npid {scratch}/nginx.pid;\nerror_log stderr warn;\n"
        f"events {{}}\nhttp {{\n{temp}{maps}{whole}\nserver {{{smoke_server}}}\n",
        encoding="utf-8",
    )
    assert "return 301 https://" in redirects
    assert response_headers("")[0].name == "Content-Security-Policy"
    script = scratch / "site-styles"
    script.write_text(
        site_styles(styles, base / "style-hashes.txt", f"{NGINX} -q -c {file} -s reload"), encoding="utf-8"
    )
    with running([NGINX, "-c", str(file)], f"http://127.0.0.1:{port}", scratch / "nginx.log"):
        yield f"sh {script}"


def site_styles(include: Path, hashes: Path, reload: str) -> str:
    """Return `deploy/site-styles` with the places and the reload of a server on this machine."""
    text = (ROOT / "deploy/site-styles").read_text(encoding="utf-8")
    for old, new in (
        ("/etc/nginx/site-styles.conf", str(include)),
        ("/srv/site/style-hashes.txt", str(hashes)),
        ("nginx -t -q && nginx -s reload", reload),
    ):
        assert text.count(old) == 1
        text = text.replace(old, new)
    return text
