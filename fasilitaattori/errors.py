"""One root for expected trouble, so that the edges can show it as one plain sentence and never as a stack trace.

Messages are Finnish source texts (gettext msgids); whoever shows them passes a translator.
"""

from collections.abc import Callable
from typing import Any


def N_(text: str) -> str:
    """Mark a text for translation where it is declared; it is translated where it is shown."""
    return text


class FasilitaattoriError(Exception):
    """Expected trouble: what happened (`message`) and what to do (`hint`), both msgids with `{params}`."""

    def __init__(self, message: str, hint: str = "", **params: Any) -> None:
        super().__init__(message.format(**params) if params else message)
        self.message = message
        self.hint = hint
        self.params = params

    def text(self, tr: Callable[..., str]) -> str:
        """The whole thing as plain sentences in the translator's language."""
        parts = [tr(part, **self.params) for part in (self.message, self.hint) if part]
        return " ".join(parts)


class StorageError(FasilitaattoriError):
    """The record could not be written (disk full, no permission); nothing acknowledged is missing."""


RULES: dict[str, str] = {
    "no_step": N_("Vaihetta ei enää ole ohjelmassa."),
    "wrong_step": N_("Tämä vaihe ei ole nyt käynnissä."),
    "moved_on": N_("Vaihe on jo vaihtunut."),
    "turn_moved_on": N_("Puheenvuoro on jo vaihtunut."),
    "step_closed": N_("Vaihe on jo suljettu, joten tätä ei voitu ottaa vastaan."),
    "not_running": N_("Työpaja ei ole käynnissä."),
    "already_ended": N_("Työpaja on jo päättynyt."),
    "join_closed": N_("Työpaja on päättynyt, joten siihen ei voi enää liittyä."),
    "door_closed": N_("Ohjaaja on sulkenut liittymisen. Jos olit jo mukana, pääset takaisin omalla koodillasi."),
    "full": N_("Työpajassa on jo {limit} puhelinta, eikä enempää mahdu mukaan. Kerro ohjaajalle, että haluat osallistua."),
    "muted": N_("Ohjaaja on hiljentänyt tämän puhelimen. Voit yhä äänestää ja vastata kyselyihin."),
    "muted_correction": N_(
        "Ohjaaja on hiljentänyt tämän puhelimen, joten korjausehdotus ei lähde. Voit yhä merkitä kohtia oikeiksi."
    ),
    "removed": N_("Ohjaaja on poistanut tämän puhelimen työpajasta. Jos se oli vahinko, kerro ohjaajalle."),
    "bad_request_id": N_("Viestiä ei ymmärretty. Päivitä sivu ja yritä uudelleen."),
    "last_step": N_("Tämä on viimeinen vaihe. Lopeta ilta, kun olette valmiit."),
    "running_step": N_("Käynnissä olevaa vaihetta ei voi poistaa. Siirry ensin toiseen vaiheeseen."),
    "first_step": N_("Tämä on ensimmäinen vaihe."),
    "no_steps": N_("Ohjelmassa ei ole vielä yhtään vaihetta. Lisää ensin vaihe."),
    "unknown_kind": N_("Tällaista toimintoa ei ole."),
    "unknown_person": N_("Osallistujaa ei löydy. Liity uudelleen mukaan."),
    "not_yours": N_("Voit perua vain omasi."),
    "empty_text": N_("Kirjoita ensin teksti."),
    "too_long": N_("Teksti on liian pitkä. Enintään {limit} merkkiä."),
    "bad_minutes": N_("Keston pitää olla 1–600 minuuttia."),
    "bad_time": N_("Kellonaika ei kelpaa. Kirjoita se muodossa 18.30."),
    "bad_date": N_("Päivämäärä ei kelpaa."),
    "bad_number": N_("Luku ei kelpaa."),
    "unknown_tool": N_("Vaiheen työtapaa ei tunneta."),
    "too_many_groups": N_("Vaiheessa voi olla enintään {limit} ryhmää. Jaa ne kahteen vaiheeseen."),
    "bad_settings": N_("Vaiheen asetukset eivät kelpaa: {why}"),
    "no_idea": N_("Lappua ei löydy."),
    "no_theme": N_("Teemaa ei löydy."),
    "same_idea": N_("Valitse vähintään kaksi eri lappua."),
    "no_candidate": N_("Vaihtoehtoa ei löydy."),
    "no_candidates": N_("Äänestettävää ei vielä ole. Lisää vaihtoehdot tai kerää ensin ideoita."),
    "too_many_points": N_("Pisteitä on enintään {limit}."),
    "too_many_on_one": N_("Samalle vaihtoehdolle voi antaa enintään {limit}."),
    "too_many_choices": N_("Voit valita enintään {limit}."),
    "one_choice": N_("Valitse yksi vaihtoehto."),
    "vote_not_open": N_("Äänestys ei ole auki."),
    "vote_open": N_("Äänestys on vielä auki. Sulje se ensin."),
    "survey_not_open": N_("Kysely ei ole auki."),
    "survey_open": N_("Kysely on vielä auki. Sulje se ensin."),
    "no_paper": N_("Paperia ei löydy. Se on ehkä jo poistettu tai laskettu."),
    "empty_form": N_("Lomakkeessa ei ole vielä yhtään vastausta."),
    "no_question": N_("Kysymystä ei löydy."),
    "answer_missing": N_("Kysymykseen {n} tarvitaan vastaus: {text}"),
    "bad_answer": N_("Vastaus ei kelpaa tähän kysymykseen."),
    "no_cards": N_("Pakka on käyty läpi."),
    "no_card": N_("Korttia ei löydy."),
    "no_prompt": N_("Kysymystä ei löydy."),
    "no_round": N_("Kierros ei ole käynnissä."),
    "nobody_here": N_("Kukaan ei ole vielä paikalla, joten vuoroa ei voi antaa."),
    "queue_closed": N_("Puheenvuorojono on nyt kiinni. Voit nostaa käden."),
    "already_asked": N_("Olet jo jonossa."),
    "not_in_queue": N_("Puheenvuoroa ei enää ole jonossa."),
    "queue_empty": N_("Kukaan ei ole jonossa."),
    "nobody_speaking": N_("Kukaan ei ole nyt puhumassa."),
    "no_entry": N_("Kirjausta ei löydy."),
    "bad_address": N_("Verkko-osoite ei kelpaa. Kirjoita se muodossa kunta.fi/kylatalo."),
    "no_section": N_("Muistion osaa ei löydy."),
    "already_approved": N_("Muistio on jo hyväksytty."),
    "no_points": N_("Valitse ainakin yksi kohta tarkistettavaksi."),
    "too_many_points_up": N_("Kerralla voi tarkistaa enintään {limit} kohtaa."),
    "no_point": N_("Kohtaa ei löydy. Päivitä sivu ja yritä uudelleen."),
    "no_correction": N_("Korjausta ei enää ole: ehdottaja on perunut tai muuttanut sen."),
    "nothing_mended": N_("Teksti on ennallaan. Muuta sitä ensin."),
    "empty_correction": N_("Kirjoita, mikä on korjattava."),
    "no_marks": N_("Merkitse ensin ainakin yksi kohta."),
    "checking_not_open": N_("Yhteenvedon tarkistus on jo päättynyt."),
    "nothing_to_undo": N_("Ei ole mitään kumottavaa."),
    "undone_already": N_("Se on jo kumottu."),
    "nothing_to_redo": N_("Ei ole mitään tehtävää uudelleen."),
}


class RuleViolation(FasilitaattoriError):
    """A rule of the workshop said no. `code` is stable (phones get it); the text comes from RULES."""

    def __init__(self, code: str, **params: Any) -> None:
        super().__init__(RULES[code], **params)
        self.code = code
