"""What a page to print shows: its tags, and its words as a reader gets them."""

from html.parser import HTMLParser


class Reader(HTMLParser):
    """Collects the tags and the words of a page; a tag closed out of order fails the test."""

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []
        self.tags: list[str] = []
        self.words: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        if tag not in ("meta", "br"):
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        self.words.append(data)


def read_page(text: str) -> Reader:
    """Return what stands on a page whose every tag is closed."""
    reader = Reader()
    reader.feed(text)
    assert not reader.open
    return reader
