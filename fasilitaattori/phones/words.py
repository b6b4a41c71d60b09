"""The words the pages' script needs, in the page's language. `{n}`, `{time}` and the like are filled in on the phone."""

import functools

import msgspec

from fasilitaattori.i18n import Translator, translator


class _Blank(int):
    """A number that is written as "{n}": the plural form is chosen here, the number is filled in on the phone."""

    def __format__(self, spec: str) -> str:
        return "{n}"


_ONE, _MANY = _Blank(1), _Blank(2)


@functools.cache
def words(language: str) -> str:
    """The words of this language as JSON."""
    tr = translator(language)
    return msgspec.json.encode({**_texts(tr), **_counted(tr)}).decode()


def _texts(tr: Translator) -> dict[str, str]:
    return {
        "paused": tr("kello pysäytetty"),
        "over": tr("aika täynnä"),
        "under_minute": tr("alle minuutti jäljellä"),
        "minutes": tr("{n} min jäljellä", n="{n}"),
        "continue_now": tr("Jatkamme nyt"),
        "moved_on": tr("Ryhmä siirtyi vaiheeseen {title}. Keskeneräinen tekstisi pysyy tallessa.", title="{title}"),
        "go_on": tr("Siirry mukaan"),
        "understood": tr("Selvä"),
        "remove": tr("Poista"),
        "withdrawal": tr("Lapun peruminen"),
        "withdrawn": tr("Lappu peruttu"),
        "write_first": tr("Kirjoita ensin idea"),
        "left_unsent": tr("Tämä jäi lähettämättä, kun vaihe vaihtui:"),
        "sending": tr("Lähetetään…"),
        "sent_at": tr("Lähetetty klo {time}", time="{time}"),
        "waits_stored": tr("Odottaa yhteyttä – tallessa puhelimessa"),
        "waits_open": tr("Odottaa yhteyttä – pidä tämä sivu auki"),
        "vote_saved": tr("Äänesi on tallessa"),
        "vote_waits": tr("Ääni odottaa yhteyttä – se lähtee, jos äänestys on vielä auki"),
        "vote_late": tr("Äänestys ehdittiin sulkea ennen kuin äänesi tuli perille. Voit kertoa sen ohjaajalle."),
        "vote_unsent": tr("Äänestys päättyi ennen kuin lähetit äänesi. Voit kertoa sen ohjaajalle."),
        "vote_label": tr("Äänesi"),
        "question_of": tr("Kysymys {n} / {all}", n="{n}", all="{all}"),
        "answer_first": tr("Valitse ensin vastaus"),
        "survey_saved": tr("Vastauksesi ovat tallessa"),
        "survey_late": tr("Kysely ehdittiin sulkea ennen kuin vastauksesi tulivat perille."),
        "survey_unsent": tr("Kysely päättyi ennen kuin lähetit vastauksesi."),
        "survey_label": tr("Kyselyn vastaukset"),
        "check_first": tr("Merkitse ensin ainakin yksi kohta."),
        "check_words": tr("Kirjoita, mikä on korjattava."),
        "check_saved": tr("Merkintäsi ovat tallessa"),
        "check_waits": tr("Merkinnät odottavat yhteyttä – ne lähtevät, jos tarkistus on vielä auki"),
        "check_late": tr("Tarkistus ehdittiin päättää ennen kuin merkintäsi tulivat perille. Voit kertoa asiasi ohjaajalle."),
        "check_unsent": tr("Tarkistus päättyi ennen kuin lähetit merkintäsi. Voit kertoa asiasi ohjaajalle."),
        "check_label": tr("Yhteenvedon merkinnät"),
        "rules_label": tr("Pelisääntöjen hyväksyntä"),
        "raise_hand": tr("Yhteys ei nyt toimi. Nosta käsi, niin ohjaaja näkee."),
        "your_turn": tr("Nyt on sinun vuorosi"),
        "queued_at": tr("Olet jonossa, sijasi on {place}", place="{place}"),
        "turn_withdrawn": tr("Puheenvuoro on peruttu."),
        "turn_passed": tr("Ohitit vuorosi."),
        "unmuted": tr("Voit taas lähettää ideoita ja pyytää puheenvuoron."),
        "language": tr("Kieli"),
        "nameless": tr("Osallistuja {n}", n="{n}"),
        "place": tr.c("sija jonossa", "{n}.", n="{n}"),
        "ahead": tr("Ennen sinua on {n} muuta.", n="{n}"),
        "net_ok": tr("Yhteys kunnossa"),
        "net_trying": tr("Yhteys poikki, yritetään uudelleen"),
        "net_now": tr("Yritetään yhteyttä nyt"),
        "label_ideas_added": tr("Idea: {text}", text="{text}"),
        "gone_title": tr("Tämä sivu ei ole enää voimassa"),
        "gone_text": tr("Ohjaaja on voinut vaihtaa työpajaa. Liity uudelleen mukaan."),
        "gone_kept": tr("Nämä jäivät lähettämättä. Voit kopioida ne."),
        "gone_code": tr("Jos sama työpaja jatkuu, valitse Olin jo mukana ja anna koodisi {code}.", code="{code}"),
        "misplaced": tr(
            "Kirjoittamasi on yhä tällä sivulla, ja voit kopioida sen. Valitse siellä Olin jo mukana ja anna koodisi {code}.",
            code="{code}",
        ),
        "removed_title": tr("Tämä puhelin on poistettu työpajasta"),
        "refresh": tr("Päivitä"),
        "unsent_texts": tr("Lähettämättömät tekstit"),
        "copy": tr("Kopioi tekstit"),
        "copied": tr("Tekstit on kopioitu."),
        "copy_by_hand": tr("Valitse teksti kentästä ja kopioi se itse."),
        "change_later": tr("Yhteys ei nyt toimi. Yritä hetken päästä uudelleen."),
        "of_whom": tr("{name}: {text}", name="{name}", text="{text}"),
        "join_again": tr("Liity mukaan"),
        "size": tr("Tekstin koko {n} / 3", n="{n}"),
        "full": tr("Ohjaajan kone ei juuri nyt voi tallentaa. Yritetään uudelleen."),
    }


def _counted(tr: Translator) -> dict[str, str]:
    pairs = {
        "queue": [tr.n("jonossa {n}", "jonossa {n}", n) for n in (_ONE, _MANY)],
        "points": [tr.n("{n} piste", "{n} pistettä", n) for n in (_ONE, _MANY)],
        "points_left": [tr.n("{n} piste jäljellä", "{n} pistettä jäljellä", n) for n in (_ONE, _MANY)],
        "choices_left": [tr.n("Voit valita vielä {n}", "Voit valita vielä {n}", n) for n in (_ONE, _MANY)],
        "kept": [tr.n("{n} asia tallessa puhelimessa", "{n} asiaa tallessa puhelimessa", n) for n in (_ONE, _MANY)],
        "kept_open": [tr.n("{n} asia odottaa tällä sivulla", "{n} asiaa odottaa tällä sivulla", n) for n in (_ONE, _MANY)],
        "net_wait": [tr.n("Yritetään itsestään {n} s päästä", "Yritetään itsestään {n} s päästä", n) for n in (_ONE, _MANY)],
    }
    return {f"{key}_{form}": text for key, texts in pairs.items() for form, text in zip(("one", "many"), texts, strict=True)}
