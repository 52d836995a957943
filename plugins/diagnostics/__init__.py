"""Problems found in content, and their reports in Kazakh, Russian and English.

`problem.py` is the value every check yields; `plugins/words` holds the words; `report.py` puts both together.
"""

from plugins.diagnostics.problem import ContentError, Phrase, Problem, Severity, bounded, in_order

__all__ = ["ContentError", "Phrase", "Problem", "Severity", "bounded", "in_order"]
