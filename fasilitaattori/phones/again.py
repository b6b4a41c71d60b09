"""A plain form that was refused because there was too much: shown again, with what was written still in it.

What is refused is refused before its body is read. But without scripts the form is the only place where somebody's name or
idea is, and a page without it has lost them. So as many refused forms as the limits allow are read and shown again; whatever
comes beyond that gets the short refusal.
"""

from fasilitaattori.phones import http
from fasilitaattori.phones.coming import Coming
from fasilitaattori.phones.forms import Forms
from fasilitaattori.phones.gate.limits import TooMany, Turnstile
from fasilitaattori.phones.http import Receive, Scope, Send
from fasilitaattori.phones.sending import Problem


class Again:
    """Belongs to the server's loop."""

    def __init__(self, coming: Coming, forms: Forms, limits: Turnstile) -> None:
        self._of_anybody = {"/join": coming.join_again, "/back": coming.back_again}
        self._of_somebody = {"next": coming.next_again, "form": forms.send_again}
        self._limits = limits

    async def show(self, scope: Scope, receive: Receive, send: Send, problem: TooMany) -> bool:
        """Shows the form that was refused with this problem; False when it is none, or there were too many of those too."""
        path: str = scope["path"]
        show = self._of_anybody.get(path)
        if path.startswith("/o/"):
            token, _, rest = path[3:].partition("/")
            show = self._of_somebody.get(rest)
            scope["path_params"] = {"token": token}
        if show is None or not problem.own_form or not self._limits.may_have_form_again(http.caller(scope)):
            return False
        try:
            await show(scope, receive, send, problem)
        except Problem:
            return False  # not a form, or nobody's address: nothing was written that could be kept
        return True
