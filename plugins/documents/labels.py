"""Words that say what is beside them."""

from functools import lru_cache

from plugins.documents.lexicon import folded
from plugins.model.papers import PersonalData

_LABELS: dict[PersonalData, tuple[str, ...]] = {
    PersonalData.IIN: ("жсн", "иин", "бсн", "бин"),
    PersonalData.ACCOUNT: ("есепшоты", "жск", "иик", "счёт", "счет", "iban"),
    PersonalData.CARD: ("карта", "карты", "картасы", "картасына", "карту", "карте"),
    PersonalData.PHONE: ("телефон", "телефоны", "тел", "ұялы", "телефона", "whatsapp"),
    PersonalData.EMAIL: ("email", "mail", "пошта", "почта"),
    PersonalData.NAME: (
        "тегі", "аты", "әкесінің", "фамилия", "имя", "отчество", "фио", "төлеуші", "плательщик", "үлескер", "пайщику",
        "пайщик", "төраға", "председатель", "сатушы", "продавец", "покупатель", "получатель", "алушы", "отправитель",
        "жіберуші", "клиент", "гражданин", "гражданка", "гражданином", "гражданкой", "азамат", "азаматша",
    ),
    PersonalData.ADDRESS: ("мекенжайы", "мекенжай", "адрес", "адресу", "тұратын", "жительства"),
    PersonalData.NUMBER: ("шанақ", "кузов", "vin", "мемлекеттік", "государственный"),
    PersonalData.BIRTH: ("туған", "рождения"),
    PersonalData.SIGNATURE: ("қолы", "қолдары", "қолтаңба", "қолтаңбасы", "подпись", "подписи"),
}  # fmt: skip
_FOLDED = [(kind, folded(label)) for kind, labels in _LABELS.items() for label in labels]


@lru_cache(maxsize=4096)
def label_of(text: str) -> PersonalData | None:
    """Return of what this word is the label; a letter in five may be misread."""
    letters = folded(text)
    if len(letters) < 3:
        return None
    for kind, label in _FOLDED:
        if letters == label or (len(label) >= 6 and _distance_at_most(letters, label, len(label) // 5)):
            return kind
    return None


def _distance_at_most(one: str, other: str, most: int) -> bool:
    """Return whether so few letters must be put in, left out or changed to make one word of the other (Levenshtein)."""
    if abs(len(one) - len(other)) > most:
        return False
    row = list(range(len(other) + 1))
    for i, left in enumerate(one, start=1):
        previous, row[0] = row[0], i
        for j, right in enumerate(other, start=1):
            previous, row[j] = row[j], min(row[j] + 1, row[j - 1] + 1, previous + (left != right))
    return row[-1] <= most
