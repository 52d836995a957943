"""An invented identity: what a cooperative that has confirmed everything would write. It exists in tests only."""

from pathlib import Path

import yaml

_SOURCE = {"source": {"kk": "Ойдан алынған анықтама", "ru": "Выдуманная справка"}, "as_of": "2026-11-20"}
_LAWYER = {"by": "Ойдан алынған заңгер", "on": "2026-11-21", "text": "v1"}

IDENTITY = {
    "registered_name": {"value": {"kk": "«Үлгі» тұтыну кооперативі", "ru": "Потребительский кооператив «Образец»"}},
    "bin": {"value": "000000000000"},
    "offices": {
        "value": [
            {
                "town": {"kk": "Өскемен", "ru": "Усть-Каменогорск"},
                "address": {"kk": "Ойдан алынған көше, 1", "ru": "Выдуманная улица, 1"},
                "hours": {"kk": "дүйсенбі–жұма, 9:00–18:00", "ru": "понедельник–пятница, 9:00–18:00"},
            }
        ]
    },
    "phones": {"value": ["+7 700 000 00 00"]},
    "responsible": {
        "value": {
            "name": {"kk": "Үлгі Үлгіұлы", "ru": "Улги Улгиулы"},
            "role": {"kk": "төраға", "ru": "председатель"},
            "consent": {"what": "аты мен қызметі", "where": "сейф", "until": "2036-01-01"},
        }
    },
}
APPROVALS = {"loan_reference": _LAWYER, "lawyer_answers": _LAWYER}


def confirm_identity(content: Path, **approvals: object) -> None:
    """Write the invented identity, and the signatures of an invented lawyer, into `site.yaml` below `content`."""
    file = content / "site.yaml"
    site = yaml.safe_load(file.read_text(encoding="utf-8"))
    site |= {key: value | _SOURCE for key, value in IDENTITY.items()}
    site["approvals"] = approvals or APPROVALS
    file.write_text(yaml.dump(site, Dumper=_WithoutAliases, allow_unicode=True, sort_keys=False), encoding="utf-8")


class _WithoutAliases(yaml.SafeDumper):
    """Writes a value out each time: the content knows no references."""

    def ignore_aliases(self, data: object) -> bool:
        return True
