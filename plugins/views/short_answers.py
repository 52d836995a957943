"""The short answer to a question, for the list of questions and for search engines."""

from markupsafe import Markup


def short_answer(body: Markup) -> Markup:
    """Return the first paragraph of an answer, or the whole answer if it begins with something else.

    Forty whole answers do not fit a page that must arrive in one round trip; the rest is on the answer's own page.
    """
    paragraph, end, _ = body.strip().partition("</p>")
    return paragraph + end if paragraph.startswith("<p>") and end else body
