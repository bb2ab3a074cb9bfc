"""Keys of a page that go to a text field and leave it again, beside the keys of its buttons."""
