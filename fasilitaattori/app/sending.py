"""Papers given out together, as the windows ask for them: a packet of all of them, and an e-mail draft that has some."""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from fasilitaattori.desktop.services import Sending, Wish
from fasilitaattori.i18n import Translator
from fasilitaattori.workshop.state import Workshop

if TYPE_CHECKING:
    from fasilitaattori.papers import press

Fresh = Callable[[Workshop, int], tuple[Workshop, Translator]]
MakeOrder = Callable[[Wish], "press.Order"]


def sending_of(fresh: Fresh, order: MakeOrder) -> Sending:
    """`fresh` folds a copy of a workshop (as it stood at a version of its minutes) and gives its language; `order` says how a
    paper is made."""

    def listed(state: Workshop, internal: bool) -> list[tuple[str, str]]:
        from fasilitaattori.papers import packet  # these load when the first paper is made

        copy, tr = fresh(state, 0)
        pieces = packet.contents(copy, order(Wish("poster", size="a4")), tr, internal=internal)
        return [(piece.folder, piece.name) for piece in pieces]

    def save_packet(state: Workshop, internal: bool, path: Path, tell: Callable[[float], object]) -> list[tuple[str, str]]:
        from fasilitaattori.papers import packet

        copy, tr = fresh(state, 0)
        pieces = packet.contents(copy, order(Wish("poster", size="a4")), tr, internal=internal)
        packet.save(copy, pieces, path, tr, tell)
        return [(piece.order.paper, piece.form) for piece in pieces]

    def save_draft(
        state: Workshop, wanted: Sequence[tuple[Wish, str]], path: Path, tell: Callable[[float], object]
    ) -> tuple[str, int]:
        from fasilitaattori.papers import draft, export, press

        attached = []
        for number, (wish, form) in enumerate(wanted):
            tell(number / len(wanted))
            copy, tr = fresh(state, wish.version)
            how = order(wish)
            attached.append(draft.Attached(press.file_name(copy, how, form, tr), press.make(copy, how, form, tr)))
        copy, tr = fresh(state, 0)
        public = all(wish.public or wish.paper not in press.NAMED for wish, _ in wanted)
        text = draft.text_of(copy, [each.name for each in attached], tr)
        made = draft.draft(draft.subject_of(copy, tr, len(attached), public=public), text, attached)
        export.save(made, path)
        return text, len(made)

    def packet_name(state: Workshop, internal: bool) -> str:
        from fasilitaattori.papers import packet

        return packet.name_of(state, _language(state), internal=internal)

    def draft_name(state: Workshop, count: int) -> str:
        from fasilitaattori.papers import draft, export

        return export.file_name(draft.subject_of(state, _language(state), count, public=True).replace(":", ""), "eml")

    return Sending(listed, save_packet, save_draft, packet_name, draft_name)


def _language(state: Workshop) -> Translator:
    from fasilitaattori.i18n import translator

    return translator(state.info.language)
