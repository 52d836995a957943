"""`_headers`: the table of headers in the form that hosts of static files read (Netlify, Cloudflare Pages, GitLab)."""

from plugins.delivery.headers import response_headers

HEADERS_FILE = "_headers"


def headers_file(styles: str, *, preview: bool = False) -> str:
    """Return the file; a later rule of the same path takes the place of an earlier one."""
    table = response_headers(styles, preview=preview)
    rules = ["/*", *(f"  {header.name}: {header.value}" for header in table)]
    folders = dict.fromkeys(folder for header in table for folder in header.in_folders or {})
    for folder in folders:
        rules.append(f"/{folder}/*")
        for header in table:
            if header.in_folders and folder in header.in_folders:
                rules += [f"  ! {header.name}", f"  {header.name}: {header.in_folders[folder]}"]
    return "\n".join(rules) + "\n"
