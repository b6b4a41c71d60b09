"""Pages of a slide that does not fit on one: they turn by themselves, and when the facilitator says so."""

PAGE_MS = 20_000


class Pager:
    """Which page is up. All times are steady milliseconds."""

    def __init__(self) -> None:
        self.page, self.pages = 0, 1
        self._subject: object = None
        self._since = 0

    def look(self, subject: object, pages: int, now_ms: int) -> bool:
        """The slide as it is now: what it is about and how many pages it takes. Tells whether another page is up than before.

        Something new begins at its first page; the same thing with more or fewer pages stays where it is if it can.
        """
        before = self.page
        self.pages = max(1, pages)
        if subject != self._subject:
            self._subject, self.page, self._since = subject, 0, now_ms
        elif self.page >= self.pages:
            self.page, self._since = self.pages - 1, now_ms
        elif self.pages == 1:
            self._since = now_ms
        elif now_ms - self._since >= PAGE_MS:
            self.page, self._since = (self.page + 1) % self.pages, now_ms
        return self.page != before

    def turn(self, by: int, now_ms: int) -> bool:
        """Another page at once. Tells whether there is one."""
        self.page, self._since = (self.page + by) % self.pages, now_ms
        return self.pages > 1
