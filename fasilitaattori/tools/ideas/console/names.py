"""Does a note name somebody? A hint for the facilitator, never a reason to throw anything away.

Finnish names bend ("Pekan paja", "Liisalle"), so a word is compared with the stems of names: those of the people here,
and the commonest first names of Finland. A word that also means something else counts only inside a sentence.
"""

import re
from collections.abc import Iterable
from functools import cache

_COMMON = (
    "Armas Arvo Eino Lahja Rauha Toivo "
    "Aino Aila Aki Aleksi Anja Anna Anne Anneli Anni Annikki Antero Antti Anu Ari Armi Arto Asko Auli Aulis Birgitta Eero "
    "Eeva Eija Eila Elina Elisa Elli Emilia Emma Erja Erkki Esa Esko Eveliina Hanna Hannele Hannu Harri Heikki Heidi Heli "
    "Helena Helmi Henna Henri Hilkka Ilkka Ilona Inkeri Irja Irma Irmeli Jaakko Jaana Jani Janne Jari Jarkko Jarmo Jenni "
    "Joel Johanna Joni Jorma Jouko Jouni Juha Juhani Juho Jukka Jussi Juuso Jyrki Kaarina Kai Kaija Kaisa Kalevi Kalle "
    "Kari Karri Katariina Kati Katja Katri Kerttu Kimmo Kirsi Kristiina Kyllikki Laila Lasse Lauri Leena Leila Liisa "
    "Maarit Maija Mari Maria Marika Marja Marjatta Marjo Marko Markku Markus Martti Matias Matti Mauri Merja Miia Mika "
    "Mikael Mikko Mira Mirja Mirjami Miro Niina Niko Noora Oili Olavi Olli Oskari Otto Outi Paavo Pasi Paula Pauli Pekka "
    "Pertti Petri Petteri Pia Piia Pirjo Pirkko Raija Raili Raimo Reijo Reino Riikka Riitta Risto Ritva Saara Sakari Sami "
    "Samuli Sanna Sari Satu Seija Seppo Simo Sini Sinikka Sirkka Sirpa Soile Susanna Taina Tapani Tapio Tarja Teemu Teppo "
    "Terhi Tero Terttu Tiina Timo Toni Tuija Tuomas Tuomo Tuula Tytti Ulla Urho Vappu Veikko Veli Vesa Ville Virpi Voitto"
).split()
_COMMON += ["Päivi", "Väinö"]  # untranslated: names
_ALSO_WORDS = frozenset(
    "aamu anna armas arvo armi elli helmi ilo ilona kai kari lahja mari onni rauha satu sini toivo vappu veli voitto".split()
)
_GRADATION = (("kk", "k"), ("pp", "p"), ("tt", "t"), ("nt", "nn"), ("rt", "rr"), ("lt", "ll"), ("nk", "ng"))
_PLAIN_ENDINGS = "n a ta tta lle lla lta ssa sta in illa ilta ksi han en ja ien ko kin nkin set t"
_FRONT_ENDINGS = "ä tä llä ltä ssä stä illä iltä hän jä kö"  # untranslated: case endings
_ENDINGS = frozenset((_PLAIN_ENDINGS + " " + _FRONT_ENDINGS).split())
_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_SENTENCE_END = ".!?:\n"


def looks_like_name(text: str, people: Iterable[str] = ()) -> bool:
    """Does some word of the text look like a person's name? `people` are the names of those here."""
    known = {part.casefold() for name in people for part in _WORD.findall(name) if len(part) >= 3}
    here = frozenset(stem for name in known for stem in _stems(name))
    for match in _WORD.finditer(text):
        word = match[0]
        if not word[0].isupper():
            continue
        if _is_name(word.casefold(), here):
            return True
        if _is_name(word.casefold(), _common_stems()):
            begins = not text[: match.start()].strip() or text[: match.start()].rstrip()[-1] in _SENTENCE_END
            if not (begins and _base(word.casefold()) in _ALSO_WORDS):
                return True
    return False


@cache
def _common_stems() -> frozenset[str]:
    return frozenset(stem for name in _COMMON for stem in _stems(name.casefold()))


def _stems(name: str) -> set[str]:
    """The name and its weak grade: pekka, peka."""
    found = {name}
    for strong, weak in _GRADATION:
        at = name.rfind(strong)
        if at > 0 and at + len(strong) == len(name) - 1:
            found.add(name[:at] + weak + name[-1])
    return found


def _is_name(word: str, stems: frozenset[str]) -> bool:
    if word in stems:
        return True
    return any(word[:-cut] in stems and word[-cut:] in _ENDINGS for cut in range(1, min(5, len(word) - 2)))


def _base(word: str) -> str:
    """The word without a case ending, as far as one can tell."""
    return next((word[:-cut] for cut in range(1, min(5, len(word) - 2)) if word[:-cut] in _ALSO_WORDS), word)
