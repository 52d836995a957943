"""The folders of a server that holds releases, and the paths its configuration names."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class ServerLayout:
    """`base` holds `releases/`, `current` and `next` (links to one of them each), and `kept/`.

    `kept/` holds the files named by content of past releases: a page that was loaded before the switch still asks for them.
    """

    host: str
    base: str = "/srv/site"
    smoke_port: int = 8081
    """Port on the server itself at which the next release is tested before the switch."""
    nginx_styles: str = "/etc/nginx/site-styles.conf"

    @property
    def styles(self) -> str:
        """The file with the hashes of the inline styles of every kept release, as sources of a policy."""
        return f"{self.base}/style-hashes.txt"
