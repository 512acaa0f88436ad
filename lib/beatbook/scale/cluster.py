"""Many documents on several machines, by Dask (extra ``dist``).

The inputs are cut into partitions (``partitions``); a worker reads one where it lies and writes a Parquet file of its
records (``parts``); here they are taken up in the order of the inputs, so that the store is filled as by one machine.

A part that is there already is not made again: an interrupted run goes on, and a second one does what is new. Where a
worker dies, the scheduler gives its partition to another; where that happens again and again, the partition is done in
a careful way that tells which document is at fault, and that document is a failure.
"""

import logging
from collections import Counter
from collections.abc import Callable, Generator, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from beatbook.errors import BeatbookError, Fail, InputError, UsageError
from beatbook.reading.likely import Sieve
from beatbook.reading.limits import cut_off_here_by
from beatbook.reading.sources import unique
from beatbook.scale import one
from beatbook.scale.cutting import cut_off
from beatbook.scale.partitions import Options, Partition, count_lines, plan, read
from beatbook.scale.parts import Entry, Folder
from beatbook.scale.processes import KILLED
from beatbook.scale.progress import Told
from beatbook.store.rules import rules_version

if TYPE_CHECKING:
    from distributed import Client

_AHEAD = 4  # partitions given out at once, a thread
_TIMEOUT = 15.0  # seconds for the scheduler to answer
_AGAIN = 2  # times that a partition is tried again where it fails for another reason than a dead worker
_ROUNDS = 50  # documents of a partition that may kill their workers, before all of it is given up


@dataclass(frozen=True, slots=True)
class Care:
    """How a partition is done whose worker died: with a note before each release, without those that kill (counted from
    0), and to its end only where it can be read that far."""

    deadly: frozenset[int] = frozenset()
    end: int | None = None


def extracted(
    address: str, sources: list[str], options: Options, folder: Folder, fail: Fail,
    skip: Callable[[str], bool], sieve: Sieve | None, work: one.Work = one.record,
) -> Generator[Entry, None, None]:
    """What became of the releases of some inputs, in their order, with ids as one machine gives them.

    Args:
        address: of a Dask scheduler (``tcp://host:8786``), or ``local:N``: so many processes here.
        fail: called for each input that is not there.
        skip: whether a file is to be left out.
        sieve: counts what was passed over.
        work: what a worker does with a release; a function that can be imported there.

    Raises:
        UsageError: Dask is not installed, or no scheduler answers there.
        BeatbookError: the workers have other rules, or cannot write where this machine reads.
    """
    with _client(address) as client:
        rules = _same_rules(client)
        folder.make()
        partitions = plan(sources, fail, lambda pieces: client.gather(client.map(count_lines, pieces)), skip)
        keys = [partition.key(options, rules) for partition in partitions]
        used: Counter[str] = Counter()
        for key in _done(client, partitions, keys, options, folder, rules, work):
            try:
                with folder.reading(key) as (entries, told):
                    for entry in entries:
                        yield _named(entry, used)
                if sieve:
                    sieve.passed_over += told.get("passed_over", 0)
            except FileNotFoundError as error:
                reason = "the workers write where this machine cannot read; --parts names a place that all reach"
                raise BeatbookError(f"{folder.place}: {reason}") from error


def extract_partition(
    partition: Partition, key: str, options: Options, place: str, rules: str, work: one.Work, care: Care | None
) -> int:
    """What a worker does: reads a partition, and writes its part; the number of its releases.

    Raises:
        BeatbookError: this worker has other rules than those that are asked for.
    """
    if rules_version() != rules:
        raise BeatbookError("a worker has other rules than this machine; install the same beatbook on all")
    folder, sieve, told = Folder(place), Sieve() if options.filtered else None, {"passed_over": 0}
    cut_off_here_by(cut_off)
    try:
        return folder.write(key, _entries(partition, key, options, folder, work, care, sieve, told), told)
    finally:
        cut_off_here_by(None)


def _entries(
    partition: Partition, key: str, options: Options, folder: Folder, work: one.Work, care: Care | None,
    sieve: Sieve | None, told: dict[str, int],
) -> Iterator[Entry]:
    releases = read(partition, options, sieve)
    number = 0
    while True:
        if care:
            if number == care.end:
                last = partition.pieces[-1].source
                yield Entry(None, None, InputError(last, f"{_UNREADABLE} {number:,} releases; what was before is read"))
                break
            folder.mark(key, number)
        found = next(releases, None)
        if not found:
            break
        if found.error:
            yield Entry(found.release, None, found.error, refused=True)
        elif found.release and care and number in care.deadly:
            yield Entry(found.release, None, InputError(one.name(found.release), KILLED))
        elif found.release:
            result = work(found.release, options.limits.seconds)
            if isinstance(result, InputError):
                yield Entry(found.release, None, result)
            else:
                yield Entry(result.release, result)
        number += 1
    told["passed_over"] = sieve.passed_over if sieve else 0


_UNREADABLE = "killed the process that read it, again and again, after"


def _done(
    client: "Client", partitions: list[Partition], keys: list[str], options: Options, folder: Folder, rules: str,
    work: one.Work,
) -> Iterator[str]:
    """The keys in order, each when its part is there."""
    from distributed import as_completed
    from distributed.scheduler import KilledWorker

    coming = as_completed(raise_errors=False)
    waiting = iter([number for number, key in enumerate(keys) if not folder.has(key)])
    there = {number for number, key in enumerate(keys) if folder.has(key)}
    cares: dict[int, Care] = {}
    under_way: dict[Any, int] = {}
    most = max(8, _AHEAD * sum(client.nthreads().values()))

    def begin(number: int) -> None:
        care = cares.get(number)
        future = client.submit(
            extract_partition, partitions[number], keys[number], options, folder.place, rules, work, care,
            pure=False, retries=0 if care else _AGAIN, key=f"beatbook-{keys[number]}-{id(care)}",
        )
        under_way[future] = number
        coming.add(future)

    following = 0
    with Told(sum(partition.size for partition in partitions)) as told:
        for number in there:
            told.passed(partitions[number].size, 0)
        try:
            while following < len(keys):
                while len(under_way) < most and (another := next(waiting, None)) is not None:
                    begin(another)
                while following in there:
                    yield keys[following]
                    following += 1
                if following == len(keys):
                    break
                future = next(coming)
                number = under_way.pop(future)
                error = future.exception() if future.status == "error" else None
                if isinstance(error, KilledWorker):
                    cares[number] = _care(cares.get(number), folder, keys[number])
                    begin(number)
                elif future.status != "finished":
                    raise BeatbookError(f"{partitions[number].pieces[0].source}: {_reason(error)}") from error
                else:
                    there.add(number)
                    told.passed(partitions[number].size, future.result())
        finally:
            client.cancel(list(under_way))
    folder.tidy(keys)


def _care(before: Care | None, folder: Folder, key: str) -> Care:
    """How a partition is tried again after its worker died."""
    if before is None:
        return Care()
    at = folder.marked(key)
    if at is None or len(before.deadly) >= _ROUNDS or before.end is not None:
        raise BeatbookError("a partition kills its workers whatever is left out of it; the workers may lack memory")
    return replace(before, end=at) if at in before.deadly else replace(before, deadly=before.deadly | {at})


def _named(entry: Entry, used: Counter[str]) -> Entry:
    """With the id that the release has among all of this run."""
    if not entry.release:
        return entry
    entry.release.id = unique(entry.release.id or "release", used)
    return entry


def _reason(error: BaseException | None) -> str:
    if isinstance(error, BeatbookError):
        return str(error)
    return " ".join(f"could not be done by the cluster ({type(error).__name__}: {error})".split())


def _same_rules(client: "Client") -> str:
    """The version of the rules. Raises BeatbookError where a worker has none or others."""
    client.wait_for_workers(1, timeout=60)
    try:
        versions = set(client.run(rules_version).values())
    except Exception as error:
        raise BeatbookError(f"the workers cannot load beatbook; install it there ({_reason(error)})") from error
    if versions != {rules_version()}:
        raise BeatbookError("the workers have other rules than this machine; install the same beatbook on all")
    return rules_version()


@contextmanager
def _client(address: str) -> Iterator["Client"]:
    try:
        import dask
        from distributed import Client, LocalCluster
    except ImportError as error:
        raise UsageError('--cluster needs Dask, which is not installed; pip install "beatbook[dist,big]"') from error
    kind, _, number = address.partition(":")
    if kind == "local":
        if not (number.isascii() and number.isdigit() and 0 < int(number) < 1000):
            raise UsageError(f"--cluster {address}: local:N is accepted, N being a number of processes")
        settings = {"distributed.scheduler.allowed-failures": 1, "distributed.comm.timeouts.connect": "60s"}
        with dask.config.set(settings), LocalCluster(
            n_workers=int(number), threads_per_worker=1, processes=True, dashboard_address="127.0.0.1:0",
            silence_logs=logging.CRITICAL,
        ) as cluster, Client(cluster) as client:
            yield client
        return
    try:
        client = Client(address, timeout=_TIMEOUT)
    except (OSError, TimeoutError, ValueError) as error:
        raise UsageError(f"--cluster {address}: no Dask scheduler answers there") from error
    with client:
        yield client
