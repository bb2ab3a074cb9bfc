"""The checker stands alone: beside the standard library it knows only texts and faults."""

import ast
import sys
from pathlib import Path

FOLDER = Path(__file__).parents[3] / "queries" / "checker"
ALLOWED = ("queries.checker.", "model.text", "model.faults")


def test_it_imports_nothing_but_the_standard_library_texts_and_faults() -> None:
    for path in sorted(FOLDER.glob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            names = [node.module or ""] if isinstance(node, ast.ImportFrom) else []
            names += [one.name for one in node.names] if isinstance(node, ast.Import) else []
            foreign = [n for n in names if n.partition(".")[0] not in sys.stdlib_module_names]
            assert all(name.startswith(ALLOWED) for name in foreign), f"{path.name}: {foreign}"
