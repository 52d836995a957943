"""The lawyer's page holds answers, not a family's story.

On the old site the section held how a family bought its home, and who looked for the law left. Told apart by what stories
say and answers do not: two or more turns of a story in one text, or clauses in the first person of what somebody lived
through. A question, and words in quotation marks, are those of the reader.
"""

import re
from collections.abc import Iterator

from plugins.checks.site import CheckedSite
from plugins.diagnostics import Problem
from plugins.model.items import Language

_SECTIONS = ("lawyer", "faq", "laws")
_TURNS = {
    "kk": re.compile(
        r"біздің отбасы\w*|отбасымыз\w*|(?:пәтер|үй|баспана|көлік|машина) алдық|қоныстандық|көшіп кірдік|қуаныштымыз|"
        r"алғысымыз\w*|рахмет\w*|ерлі-зайыпты\w*|балаларымыз\w*|жолдасым\w*|жұбайым\w*|күйеуім\w*|әйелім\w*|анам\b|әкем\b|"
        r"(?:ұлым|қызым|балам|немерем)\w*|қуанышымыз\w*|арманым\w*|көзімнің жасы\w*",
        re.IGNORECASE,
    ),
    "ru": re.compile(
        r"наш\w* семь\w+|новосель\w+|спасибо|благодарны|мы рады|наши дети|"
        r"(?:мой|моего|моему|моя|моей|мою|мои|моих|наш|наша|наши|нашей) "
        r"(?:муж\w*|жен\w+|сын\w*|доч\w+|мам\w+|пап\w+|супруг\w*|внук\w*|внучк\w+|мечт\w+|дет\w+|родител\w+|бабушк\w+)|мы с (?:мужем|женой)",
        re.IGNORECASE,
    ),
}
_LIVED = {
    "kk": (
        r"(?:жинадық|күттік|көштік|төледік|қосылдық|тұрдық|қуандық|тойладық|ұйғардық|келістік|үйлендік|армандадық|жеттік|кірдік|салдық|"
        r"қоштық|мүше болдық|сатып алдық|(?:кілт|ақша|үй|пәтер|көлік|машина|баспана)\w* алдық)"
    ),
    "ru": (
        r"(?:копили|накопили|снимали|платили|ждали|дождались|купили|получили|приобрели|въехали|переехали|вступили|решили|узнали|продали|"
        r"внесли|жили|построили|отпраздновали|собрали|подписали|подали|оформили|мечтали|поверили|боялись|сомневались|обрадовались|"
        r"плакали|справили|заселились|отдали|вошли|пришли|поехали|съехали|выплатили|погасили|скитались|не верили)"
    ),
}
"""What a family does, and whoever answers does not: «we read the law» is no story."""
_FIRST_PERSON = {
    "kk": re.compile(
        r"\b(?!тым\b|адым\b|қадым\b)\w{2,}(?:дым|дім|тым|тім)(?=\s*[.,!;:—…]|\s*$|\s+(?:да|де|та|те)\b)"
        rf"|\b{_LIVED['kk']}\b|\b(?:істеймін|тұрамын|жүремін|қуаныштымын|ризамын|алғыс айтамын)\b"
        r"|\b(?:маған|бізге)\b[^.!?\n]{0,60}?\w+(?:шты|шті|сты|сті|рді|рды|лды|лді|нды|нді)(?=\s*[.,!;…]|\s*$)|\bмені\b[^.!?\n]{0,40}?\w+ды\b",
        re.IGNORECASE | re.MULTILINE,
    ),
    "ru": re.compile(
        r"\bя\s+(?:(?:не|уже|сама?|тоже|так|долго|наконец|наконец-то|сразу|тогда|очень|с \w+|\w+о)\s+){0,2}"
        r"(?:\w{2,}(?:лась|лся|ла|л)|внёс|нёс|пришёл|пошёл|смог|смогла|работаю|живу|снимаю)\b"
        r"|\bмне\s+(?:\w+о\s+|сразу\s+|там\s+|тогда\s+)?(?:дали|выдали|помогли|вручили|отдали|позвонили|передали|сказали|повезло|\w{1,3} лет)\b"
        r"|\bнам\s+(?:\w+о\s+|сразу\s+|там\s+|тогда\s+)?(?:дали|выдали|помогли|вручили|отдали|позвонили|передали|хватило|повезло|досталась)\b"
        rf"|\bмы\s+(?:(?:не|уже|сами|тоже|так|долго|наконец|наконец-то|сразу|тогда|вместе|все|очень|с \w+|\w+о)\s+){{0,2}}{_LIVED['ru']}\b"
        r"|\b(?:теперь|сейчас)\s+(?:мы\s+)?(?:живём|живем|живу)\b|\bменя\s+(?:\w+о\s+)?(?:встретили|пригласили|приняли|позвали|зовут)\b",
        re.IGNORECASE,
    ),
}
_OF_A_LAWYER = re.compile(
    r"(?:сверил|проверил|прочита|читал|прочёл|прочл|рассмотрел|указал|прив[её]л|назвал|описал|разобрал|разбирал|ответил|написал|наш[её]л|нашл|"
    r"искал|смотрел|видел|опирал|спросил|говорил|сказал|пометил|взял|принял|объяснил|перев[её]л|составил|посчитал|считал|"
    r"тексерд|оқыды|қарад|салыстырд|көрсетт|келтірд|атад|сипаттад|таптым|ізде|сүйенд|сұрад|айтт|түсіндірд)\w*$",
    re.IGNORECASE,
)
"""What whoever answers did with the law, and says so in the first person too."""
_NOT_NARRATED = re.compile(r"«[^«»]*»|“[^“”]*”|\"[^\"\n]*\"|(?<![^.!?\n])[^.!?\n]*\?")
"""Quotations and questions; each begins in one place only, so that a long line is read once."""
_TURNS_OF_A_STORY = 2


def check(site: CheckedSite) -> Iterator[Problem]:
    """Yield a problem at the first turn of a story among answers."""
    for section in _SECTIONS:
        for item in site.content.items[section]:
            for language, body in item.bodies.items():
                markdown = site.markdown(body)
                turns = _turns(markdown.document.prose, language)
                if len({words.casefold() for _, words in turns}) >= _TURNS_OF_A_STORY:
                    values = {"found": turns[0][1], "also": turns[-1][1]}
                    yield markdown.problem("story-among-answers", turns[0][0], **values)


def _turns(text: str, language: Language) -> list[tuple[int, str]]:
    """Return place and words of every turn of a story, in order.

    Beside a turn in the first person, what a family does is one too, though its «we» stands only at the first.
    """
    narrated = _NOT_NARRATED.sub(lambda match: " " * len(match.group()), text)
    own = [match for match in _FIRST_PERSON[language].finditer(narrated) if not _OF_A_LAWYER.search(match.group())]
    if own:
        own += re.finditer(rf"\b{_LIVED[language]}\b", narrated[own[0].end() :].rjust(len(narrated)))
    found = [*_TURNS[language].finditer(narrated), *own]
    return sorted({(match.start(), " ".join(match.group().split())) for match in found})
