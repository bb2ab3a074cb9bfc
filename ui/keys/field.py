"""Going to a text field by a key, and leaving it: keys struck in it are letters, those after it are keys."""

from ui.mounting import mounted


def listen(label: str, key: str) -> None:
    """Hear a key that goes to the text field of this label; Enter and Escape leave that field."""
    listening = mounted("ui.keys", js="field.js")
    listening(key="keys.field", data={"label": label, "key": key}, height=0)
