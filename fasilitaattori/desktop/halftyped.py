"""What is half typed on pages that go because another language comes, until the pages in their place are made."""

from fasilitaattori.desktop.page import Page


class HalfTyped:
    """The pages before, by their names, and the words on them. Such a page goes on until then: it may still save them."""

    def __init__(self) -> None:
        self._kept: dict[str, tuple[Page, dict[str, str]]] = {}

    @property
    def names(self) -> tuple[str, ...]:
        """The pages whose words are kept."""
        return tuple(self._kept)

    def keep(self, name: str, page: Page) -> Page | None:
        """Keep the words of a page that goes; gives the page that may be deleted now."""
        words = page.half_typed()
        if not words:
            return page
        before = self.forget(name)
        self._kept[name] = page, words
        return before

    def give(self, name: str, page: Page) -> Page | None:
        """Give a new page the words of the one before; gives that one, which must go at once: they would be kept twice."""
        before, words = self._kept.pop(name, (None, {}))
        if before is not None:
            page.type_again(words)
        return before

    def forget(self, name: str) -> Page | None:
        """The words are not wanted any more; gives the page they were on."""
        return self._kept.pop(name, (None, {}))[0]
