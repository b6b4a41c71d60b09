"""The words the remote's script needs, in the page's language; `{n}` and the like are filled in on the phone."""

import functools

import msgspec

from fasilitaattori.i18n import translator


@functools.cache
def words(language: str) -> str:
    """The words of this language as JSON."""
    tr = translator(language)
    texts = {
        "left": tr("jäljellä"),
        "over": tr("yli ajan"),
        "paused": tr("kello pysäytetty"),
        "sure": tr("Paina uudelleen: siirry"),
        "step_on": tr("Vaihe: {title}", title="{title}"),
        "sending": tr("Lähetetään…"),
        "not_sent": tr("Käsky ei mennyt perille. Yritä uudelleen tai ohjaa koneelta."),
        "busy": tr("Liian monta pyyntöä kerralla. Odota hetki ja yritä uudelleen."),
        "kept": tr("Odottaa yhteyttä – tallessa puhelimessa"),
        "kept_open": tr("Odottaa yhteyttä – pidä tämä sivu auki"),
        "stay": tr("Odota, kunnes kirjaus on lähtenyt. Vaihda kieli sitten."),
        "decide_saved": tr("Päätös on kirjattu."),
        "note_saved": tr("Huomio on kirjattu."),
        "write_first": tr("Kirjoita ensin teksti."),
        "understood": tr("Selvä"),
        "lost": tr("Yhteys poikki, yritetään uudelleen. Ilta jatkuu koneella."),
        "net_ok": tr("Yhteys kunnossa"),
        "net_trying": tr("Yhteys poikki, yritetään uudelleen"),
        "gone_title": tr("Tämä kauko-ohjain ei ole enää voimassa"),
        "gone_text": tr("Osoite on vaihdettu. Lue uusi koodi ohjaajan koneelta."),
        "gone_kept": tr("Nämä jäivät lähettämättä. Voit kopioida ne."),
    }
    return msgspec.json.encode(texts).decode()
