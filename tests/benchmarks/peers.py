"""What the redundancy engine is measured beside: another framework, the example province."""

import logging
import os
import tempfile
import warnings
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import numpy as np
import pandas as pd

from model.kinds import ElementKind
from model.metamodel.shipped import shipped
from queries.loads.applying import Writer
from queries.redundancy.corpus import Corpus, corpus_of
from queries.redundancy.engine import Comparison
from queries.redundancy.proposals.clearance import Clearance, Examiner, Proposal
from queries.redundancy.words.lexicon import Lexicon
from queries.snapshot.opening import current_snapshot
from queries.store.opening import stop_engine
from seed.demo import load_province
from seed.lexicon import shipped_knowledge
from tests.benchmarks.inventories import Labelled
from tests.benchmarks.likeness import Scores
from ui.workspace import open_workspace


def methods() -> dict[str, Callable[[Corpus, Labelled], Scores]]:
    """Return the rankings of other frameworks, by name."""
    return {"Splink 5, unsupervised": _splink}


def province() -> Corpus:
    """Return the applications of the example province, loaded through the ordinary import."""
    with tempfile.TemporaryDirectory(prefix="simpul-bench-") as folder:
        environ = {**os.environ, "SIMPUL_HOME": folder, "SIMPUL_ENGINE": "arcadedb"}
        space = open_workspace(environ)
        try:
            load_province(space.store, shipped(), Writer("benchmark", lambda: datetime.now(UTC)))
            snapshot = current_snapshot(space.store, space.metamodel, Path(folder))
            return corpus_of(space.store, snapshot, ElementKind.APPLICATION)
        finally:
            space.store.close()
            stop_engine(environ)


def examiner(comparison: Comparison) -> Examiner:
    """Return what checks proposals against a comparison, ready."""
    return Examiner(comparison, Lexicon(shipped_knowledge())).prepare()


def checked(ready: Examiner) -> Clearance:
    """Check one proposed application."""
    proposal = Proposal(
        name="Sistem Presensi Pegawai",
        agency="Dinas Kesehatan",
        scope="dinkes",
        function="mencatat kehadiran pegawai setiap hari dan merekapnya untuk tunjangan",
        services=("Presensi pegawai",),
    )
    return ready.check(proposal)


def _splink(corpus: Corpus, pairs: Labelled) -> Scores:
    """Fellegi and Sunter without labels, as its manual proposes: name, words, code; trained by EM."""
    import splink.comparison_library as comparisons
    from splink import DuckDBAPI, Linker, SettingsCreator, block_on

    logging.getLogger("splink").setLevel(logging.ERROR)
    settings = SettingsCreator(
        link_type="dedupe_only",
        blocking_rules_to_generate_predictions=["1=1"],
        comparisons=[
            comparisons.JaroWinklerAtThresholds("name", [0.92, 0.8, 0.7]),
            comparisons.ArrayIntersectAtSizes("words", [5, 3, 2, 1]),
            comparisons.ExactMatch("code").configure(term_frequency_adjustments=True),
        ],
    )
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        linker = Linker(DuckDBAPI().register(_frame(corpus)), settings)
        linker.training.estimate_probability_two_random_records_match(["l.name = r.name"], recall=0.1)
        linker.training.estimate_u_using_random_sampling(1e6, seed=1)
        for rule in (block_on("code"), "list_has_any(l.words, r.words)"):
            linker.training.estimate_parameters_using_expectation_maximisation(rule)
        found = linker.inference.predict().as_pandas_dataframe()
    size = len(corpus)
    scores = np.zeros((size, size))
    left, right = found["unique_id_l"].to_numpy(), found["unique_id_r"].to_numpy()
    scores[np.minimum(left, right), np.maximum(left, right)] = found["match_probability"]
    return scores[pairs.left, pairs.right]


def _frame(corpus: Corpus) -> pd.DataFrame:
    rows = [
        {
            "unique_id": place,
            "name": one.name.casefold(),
            "words": sorted({word for text in (one.name, *one.texts) for word in text.casefold().split()}),
            "code": one.codes[0].split()[0] if one.codes else None,
        }
        for place, one in enumerate(corpus.entries)
    ]
    return pd.DataFrame(rows)
