"""Days that the two rules about days accept. They hold from 22 November 2026 on."""

from tests.plugins.model.edits import Edit, replaced

NEWS = "news/meeting/facts.yaml"

RIGHT: dict[str, Edit] = {
    "all of today": replaced(NEWS, "published: 2025-11-28", "published: 2026-11-22"),
    "this year": replaced(NEWS, "published: 2025-11-28", "published: 2026"),
    "checked in the year it came out": replaced(
        NEWS, "published: 2025-11-28\n    checked: 2026-11-22", "published: 2025\n    checked: 2025-01-02"
    ),
    "a ceiling that begins later": replaced("rate-ceilings.yaml", "valid_from: 2026-01-05", "valid_from: 2027-01-05"),
    "a repeal that is to come": replaced(
        "acts.yaml", "  status: in-force\n", "  status: in-force\n  repealed_by: 450-I\n  repealed_from: 2027-01-01\n"
    ),
    "no day of publication": replaced(NEWS, "    published: 2025-11-28\n", ""),
}
