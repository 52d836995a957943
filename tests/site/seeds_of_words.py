"""Faults in what an editor writes below the front matter and in it: words, numbers, links, pictures."""

from plugins.model.cooperative import published_address
from tests.site.seeding import Edit, all_of, body, both, paragraph, replaced, value

Y, YO, NB = "и\u0306", "е\u0308", "\u00a0"
"""й and ё in two pieces; a no-break space."""

NEWS, HISTORY, LESSON = "news/round-table-2023", "history/rochdale", "education/effective-rate"
CASE, HONOR, ANSWER = "testimonials/sample-home-oskemen", "honor-board/sample-driver", "lawyer/who-covers-losses"
FAQ, CHARITY, LAW = "faq/how-to-join", "charity/newborn", "laws/consumer-cooperatives-197-ii"

WORDS: dict[str, Edit] = {
    "invisible-character, kk, middle": paragraph(
        f"{NEWS}/index.kk.md", "middle", "Жиналыс ашық өтті, шешім бірауыздан қабыл‹invisible-character›\u00adданды."
    ),
    "term-against-glossary, kk, last": paragraph(
        f"{ANSWER}/index.kk.md", "last", "Залалды ‹term-against-glossary›тұтынушы кооперативінің мүшелері жабады."
    ),
    "term-against-glossary, ru, first": paragraph(
        f"{LESSON}/index.ru.md", "first", "У займа есть ‹term-against-glossary›эффективная процентная ставка."
    ),
    "invalid-exception, kk, first: a rule that is none": paragraph(
        f"{NEWS}/index.kk.md", "first", "‹invalid-exception›<!-- allow forbiden-claim: соттың сөзі -->\nЖиын ашық өтті."
    ),
    "invalid-exception, ru, middle: without a reason": paragraph(
        f"{HISTORY}/index.ru.md", "middle",
        "‹invalid-exception›<!-- allow forbidden-claim -->\nЛавка торгует ‹forbidden-claim›без риска.",
    ),
    "invalid-exception, ru, last: what is never excused": paragraph(
        f"{FAQ}/index.ru.md", "last", "‹invalid-exception›<!-- allow expired-consent: семья не против -->\nТак решили на собрании."
    ),
    "useless-exception, kk, last": paragraph(
        f"{ANSWER}/index.kk.md", "last", "‹useless-exception›<!-- allow forbidden-claim: соттың сөзі -->\nСот өтінішті қабылдады."
    ),
    "useless-exception, ru, front matter": replaced(
        f"{CASE}/index.ru.md", "summary:", "‹useless-exception›# allow too-long-summary: так в решении\nsummary:"
    ),
    "foreign-block, kk: a Russian paragraph in the news": paragraph(
        f"{NEWS}/index.kk.md", "middle", "‹foreign-block›Вчера в городе прошло общее собрание пайщиков кооператива."
    ),
    "foreign-block, ru, last": paragraph(
        f"{HISTORY}/index.ru.md", "last", "‹foreign-block›Кеше қалада кооператив мүшелерінің жалпы жиналысы өтті."
    ),
    "foreign-block, kk, front matter": value(
        f"{CHARITY}/index.kk.md", "who", "‹foreign-block›Семьи, в которых недавно родился ребёнок."
    ),
    "foreign-sentence, kk, first": paragraph(
        f"{FAQ}/index.kk.md", "first",
        "Жиналыс кеше өтті, оған мүшелер түгел келді. ‹foreign-sentence›Все проголосовали единогласно за новый устав.",
    ),
    "mixed-script-word, kk, last": paragraph(
        f"{ANSWER}/index.kk.md", "last", "Залалды ‹mixed-script-word›кoоператив мүшелері бірге жабады."
    ),
    "mixed-script-word, ru, first": paragraph(
        f"{LAW}/index.ru.md", "first", "‹mixed-script-word›Зaкон читают вместе с уставом."
    ),
    "not-nfc, kk, first": paragraph(f"{NEWS}/index.kk.md", "first", f"Жиын туралы ке‹not-nfc›{Y}інгі хабар осында болады."),
    "not-nfc, ru, last": paragraph(f"{FAQ}/index.ru.md", "last", f"Правление вед‹not-nfc›{YO}т сч‹not-nfc›{YO}т заявлений."),
    "not-nfc, ru, front matter": value(f"{HONOR}/index.ru.md", "reason", f"Бесплатно привозил люде‹not-nfc›{Y} на собрания."),
    "loose-typography, kk, middle: quotes": paragraph(
        f"{HISTORY}/index.kk.md", "middle", 'Жұрт мұны ‹loose-typography›"ортақ дүкен‹loose-typography›" деп атады.'
    ),
    "loose-typography, ru, last: a hyphen": paragraph(
        f"{ANSWER}/index.ru.md", "last", "Устав‹loose-typography› - главный документ кооператива."
    ),
    "loose-typography, both, first: a sum": both(
        CHARITY, "first", "Көмек ‹loose-typography›50 000‹loose-typography› ₸ болды.",
        "Помощь составила ‹loose-typography›50 000‹loose-typography› ₸.",
    ),
    "loose-typography, kk, summary: a law": value(
        f"{LAW}/index.kk.md", "summary", "Мүшенің құқығы ‹loose-typography›№197-II заңда жазылған."
    ),
    "calqued-date, kk, summary": value(
        f"{NEWS}/index.kk.md", "summary", "‹calqued-date›5 сәуір 2023 жылы дөңгелек үстел өтті."
    ),
    "calqued-date, ru, summary": value(
        f"{NEWS}/index.ru.md", "summary", "Круглый стол прошёл ‹calqued-date›2023 года 5 апреля."
    ),
    "impossible-day, both, last": both(
        CHARITY, "last", "Жиналыс ‹impossible-day›31.11.2026 күні өтеді.", "Собрание пройдёт ‹impossible-day›31.11.2026.",
    ),
    "calqued-date, kk, last: the Russian date is right": both(
        CHARITY, "last", "Жиналыс ‹calqued-date›15 мамыр 2026 жылы өтеді.", "Собрание пройдёт 15 мая 2026 года."
    ),
    "wrong-number-suffix, kk, first": both(
        ANSWER, "first", "Бұл туралы заңның ‹wrong-number-suffix›6-ші бабында айтылған.", "Об этом говорит статья 6 закона."
    ),
    "wrong-number-suffix, ru, last": both(
        CHARITY, "last", "Көмек 10-шы күні беріледі.", "Помощь выдают на ‹wrong-number-suffix›10-ый день."
    ),
    "alt-repeats-caption, kk, last": both(
        CASE, "last", '![‹alt-repeats-caption›Жаңа үй](case.svg "Жаңа үй.")', '![дом с синей крышей](case.svg "Новый дом.")'
    ),
    "law-status-hidden, both, middle": both(
        ANSWER, "middle", "Бұрын ‹law-status-hidden›450-I заңы да болған.", "Раньше был и закон ‹law-status-hidden›450-I."
    ),
    "forbidden-claim, kk, last": paragraph(
        f"{LESSON}/index.kk.md", "last", "Бұл — ‹forbidden-claim›тәуекелсіз жол."
    ),
    "forbidden-claim, ru, first": paragraph(
        "pages/why-us/index.ru.md", "first", "Мы ‹forbidden-claim›гарантируем квартиру каждому пайщику."
    ),
    "forbidden-claim, ru, the reason of an honor": value(
        f"{HONOR}/index.ru.md", "reason", "Его ‹forbidden-claim›пай приносит доход всей семье."
    ),
    "forbidden-claim, kk, conditions of a loan": all_of(
        value("loans/halyk-7-20-25/index.kk.md", "conditions", "Баспананы ‹forbidden-claim›артық төлемсіз алуға болады."),
        value("loans/halyk-7-20-25/index.ru.md", "conditions", "Жильё покупают в кредит."),
    ),
    "personal-data-in-text, both: an IIN": both(
        CASE, "middle", "Үлескердің ЖСН-і ‹personal-data-in-text›990101500125 еді.",
        "ИИН пайщика — ‹personal-data-in-text›990101500125.",
    ),
    "personal-data-in-name, both: the place of a heading": both(
        CASE, "middle", "‹personal-data-in-name›## Сұрақ қою {#tel-87012345678}\n\nСұрағыңызды осында жазыңыз.",
        "‹personal-data-in-name›## Задать вопрос {#tel-87012345678}\n\nВопрос пишите сюда.",
    ),
    "personal-data-in-text, both: a telephone": both(
        NEWS, "last", "Сұрақтарыңыз болса, ‹personal-data-in-text›+7 701 234 56 78 нөміріне қоңырау шалыңыз.",
        "Если есть вопросы, звоните: ‹personal-data-in-text›+7 701 234 56 78.",
    ),
    "personal-data-in-text, ru: where a person lives": all_of(
        value(f"{HONOR}/index.ru.md", "reason", "Живёт на ‹personal-data-in-text›улице Абая, 15 и помогает соседям."),
        value(f"{HONOR}/index.kk.md", "reason", "Көршілеріне 15 жыл көмектесті."),
    ),
    "personal-data-in-text, kk: an account": all_of(
        value(f"{CHARITY}/index.kk.md", "how", "Көмекті ‹personal-data-in-text›KZ86125KZT5004100100 шотына аударыңыз."),
        value(f"{CHARITY}/index.ru.md", "how", "Помощь переводят на счёт ‹personal-data-in-text›KZ86125KZT5004100100."),
    ),
    "form-in-text, kk: a login on a page of the course": paragraph(
        "education/reading-a-contract/index.kk.md", "first",
        '‹form-in-text›<form method="post">\n<input type="password" name="password">\n</form>',
    ),
    "raw-html, ru, middle": paragraph(f"{FAQ}/index.ru.md", "middle", "Это ‹raw-html›<b>очень</b> важно."),
    "third-party-embed, kk: a film of YouTube in a testimonial": paragraph(
        f"{CASE}/index.kk.md", "last",
        '‹third-party-embed›<iframe width="560" src="https://www.youtube.com/embed/x1"></iframe>',
    ),
    "third-party-embed, both: a picture of another site": both(
        CASE, "first", "![Үй](‹third-party-embed›https://example.org/house.jpg)",
        "![Дом](‹third-party-embed›https://example.org/house.jpg)",
    ),
    "skipped-heading-level, both, last": both(
        ANSWER, "last", "‹skipped-heading-level›#### Тағы не білу керек", "‹skipped-heading-level›#### Что ещё нужно знать"
    ),
    "skipped-heading-level, both, first": both(
        HISTORY, "first", "‹skipped-heading-level›# Рочдейл туралы", "‹skipped-heading-level›# О Рочдейле"
    ),
    "missing-alt, both": both(CASE, "middle", "‹missing-alt›![](case.svg)", "‹missing-alt›![](case.svg)"),
    "missing-file, both": both(
        CASE, "middle", "![Үйдің суреті](‹missing-file›house.svg)", "![Рисунок дома](‹missing-file›house.svg)"
    ),
    "thin-item, both: an honor-board item without a life": all_of(
        body(f"{HONOR}/index.kk.md", "‹thin-item›Жақсы адам, адал жүргізуші."),
        body(f"{HONOR}/index.ru.md", "‹thin-item›Хороший человек, честный водитель."),
    ),
    "thin-item, both: an answer without an answer": all_of(
        body("faq/who-checks/index.kk.md", "‹thin-item›Басқармадан сұраңыз."),
        body("faq/who-checks/index.ru.md", "‹thin-item›Спросите в правлении."),
    ),
    "too-long-title, kk": value(f"{CHARITY}/index.kk.md", "title", "‹too-long-title›" + "Дүниеге келген сәбиге сый " * 4),
    "too-long-summary, ru": value(
        f"{HONOR}/index.ru.md", "summary", "‹too-long-summary›" + "Придуманный водитель рассказан здесь для примера. " * 5
    ),
    "duplicate-title, kk": value(f"{CHARITY}/index.kk.md", "title", "‹duplicate-title›Қарияларға шағын сыйлық"),
    "duplicate-title, ru, another section": value(
        f"{NEWS}/index.ru.md", "title", "‹duplicate-title›Как вступить в кооператив?"
    ),
    "different-numbers, both: a nought too few": both(
        CHARITY, "middle", f"Жиналған қаржы — ‹different-numbers›35{NB}000{NB}₸.",
        f"Собрали ‹different-numbers›350{NB}000{NB}₸.",
    ),
    "different-numbers, both: another day": both(
        "lawyer/is-income-shared", "last", "Өтініш жылғы ‹different-numbers›‹different-numbers›19 мамырға дейін беріледі.",
        "Заявление подают до ‹different-numbers›‹different-numbers›29 мая.",
    ),
    "different-numbers, kk, first": paragraph(f"{FAQ}/index.kk.md", "first", "Бұл жолдың ‹different-numbers›7 қадамы бар."),
    "different-structure, kk: a heading more": paragraph(
        f"{ANSWER}/index.kk.md", "last", "‹different-structure›## Тағы не білу керек"
    ),
    "different-structure, ru: a link more": paragraph(
        f"{HONOR}/index.ru.md", "last", "Подробнее: ‹different-structure›[кто решает](/faq/who-decides/)."
    ),
    "different-structure, kk: a cell more, so that the page loses the last": all_of(
        replaced(f"{LESSON}/index.kk.md", "| Тұрғын үй ипотекасы |", "‹different-structure›| Тұрғын үй | ипотекасы |"),
        replaced(f"{LESSON}/index.ru.md", "| Жилищная ипотека | 25", "| Жилищная ипотека | ‹different-numbers›25"),
    ),
    "left-over-markup, both: a blank inside a link": both(
        NEWS, "last", "Толығырақ: ‹left-over-markup›[сұрақтар] (/faq/).", "Подробнее: ‹left-over-markup›[вопросы] (/faq/).",
    ),
    "left-over-markup, kk, first: stars that are not closed": paragraph(
        f"{FAQ}/index.kk.md", "first", "Қалың ‹left-over-markup›**сөз жабылмай қалды."
    ),
    "left-over-markup, ru, middle: a bullet of a word processor": paragraph(
        f"{HISTORY}/index.ru.md", "middle", "‹left-over-markup›• Пункт списка из другой программы."
    ),
    "insecure-link, both": both(
        NEWS, "last", "Толығырақ: [жиынның беті](‹insecure-link›http://example.kz/).",
        "Подробнее: [страница встречи](‹insecure-link›http://example.kz/).",
    ),
    "cross-language-link, both": both(
        HONOR, "last", "Толығырақ: [сұрақтар мен жауаптар](‹cross-language-link›/kk/faq/).",
        "Подробнее: [вопросы и ответы](‹cross-language-link›/ru/faq/).",
    ),
    "cross-language-link, ru: the other language": both(
        HONOR, "first", "Толығырақ: [заңгердің жауаптары](/lawyer/).",
        "Подробнее: [ответы юриста](‹cross-language-link›/kk/lawyer/).",
    ),
    "cross-language-link, ru: a button": replaced(
        "pages/home/index.ru.md", "link: /faq/how-to-join/", "link: ‹cross-language-link›/ru/faq/how-to-join/"
    ),
    "own-domain-link, kk: bare, last": lambda draft: paragraph(
        f"{NEWS}/index.kk.md", "last", f"Жиын туралы: ‹own-domain-link›{published_address(draft.content)}/news/ беті."
    )(draft),
    "redirected-link, ru, first": paragraph(
        f"{NEWS}/index.ru.md", "first", "Закон: ‹redirected-link›https://www.google.com/url?q=https://adilet.zan.kz/ целиком."
    ),
    "messenger-link, kk, middle": paragraph(
        f"{NEWS}/index.kk.md", "middle", "Сұрақты ‹messenger-link›t.me/abc арқылы да қояды."
    ),
    "cloud-drive-link, ru, last": paragraph(
        f"{NEWS}/index.ru.md", "last", "Бумаги лежат здесь: ‹cloud-drive-link›disk.yandex.kz/d/abc"
    ),
    "empty-link-text, both": both(
        CHARITY, "last", "Толығырақ ‹empty-link-text›[осында](/faq/).", "Подробнее ‹empty-link-text›[здесь](/faq/)."
    ),
    "broken-fragment, both": both(
        CHARITY, "first", f"Толығырақ: [заңның баяны](/{LAW}/#‹broken-fragment›nowhere).",
        f"Подробнее: [рассказ о законе](/{LAW}/#‹broken-fragment›nowhere).",
    ),
    "broken-link, both, last": both(
        NEWS, "last", "Толығырақ: [қалай кіруге болады](‹broken-link›/faq/how-to-jion/).",
        "Подробнее: [как вступить](‹broken-link›/faq/how-to-jion/).",
    ),
    "broken-link, ru, first": both(
        HISTORY, "first", "Бұл туралы [жаңалықтарда](/news/) да айтылған.", "Об этом есть и [в новостях](‹broken-link›/nwes/)."
    ),
    "answer-without-law, both: a story with a law beside it": all_of(
        body(f"{ANSWER}/index.kk.md", "‹answer-without-law›" + "Отбасы кезекті тоғыз ай күтіп, көктемде жаңа үйге кірді. " * 9),
        body(f"{ANSWER}/index.ru.md", "‹answer-without-law›" + "Семья ждала девять месяцев и весной въехала в дом. " * 9),
        value(f"{ANSWER}/index.kk.md", "question", "Отбасы үйді қалай алды?"),
        value(f"{ANSWER}/index.ru.md", "question", "Как семья получила дом?"),
        value(f"{ANSWER}/index.kk.md", "summary", "Риддерлік бір отбасының әңгімесі."),
        value(f"{ANSWER}/index.ru.md", "summary", "Рассказ одной семьи из Риддера."),
    ),
    "story-among-answers, kk: a family's story under the lawyer": paragraph(
        f"{ANSWER}/index.kk.md", "first", "‹story-among-answers›Біздің отбасы кезекке тұрып, пәтер алдық. Бәріңізге рахмет!"
    ),
    "story-among-answers, ru, last": paragraph(
        "lawyer/share-on-leaving/index.ru.md", "last", "‹story-among-answers›Наша семья ждала два года. Мы получили квартиру, спасибо!"
    ),
}  # fmt: skip
