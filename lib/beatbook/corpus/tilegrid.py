"""Maps whose areas are tiles of one size: UK police areas and London boroughs, so that small ones are seen as well.

The arrangements are our own (``tilegrids/*.csv``): each tile lies about where its area lies among the others. A release
counts for an area when its publisher polices it or one of its places is in it. Names that several places share, in
Britain or abroad, are taken only from releases of British publishers.
"""

import csv
from functools import cache
from importlib.resources import files
from typing import NamedTuple

import matplotlib as mpl
import pandas as pd
from matplotlib.axes import Axes

from beatbook import drawing
from beatbook.charts import TINTS

GRIDS = {"uk_police_areas": "UK police areas", "london_boroughs": "London boroughs"}
_TILE = 0.46  # inches


class Tile(NamedTuple):
    """One area: its code on the map, its name, where its tile lies, and the names that mean it."""

    code: str
    area: str
    column: int
    row: int
    names: tuple[str, ...]


@cache
def tiles(grid: str) -> tuple[Tile, ...]:
    """The tiles of a grid, from north to south. Raises KeyError for a grid that does not exist."""
    path = files("beatbook.corpus").joinpath("tilegrids", f"{grid}.csv")
    if grid not in GRIDS:
        raise KeyError(grid)
    with path.open(encoding="utf-8") as file:
        return tuple(
            Tile(row["code"], row["area"], int(row["column"]), int(row["row"]),
                 tuple(name.strip() for name in row["names"].split(";")))
            for row in csv.DictReader(file)
        )


def areas(tables: dict[str, pd.DataFrame], grid: str) -> pd.DataFrame:
    """How many releases each area of the grid has: code, area, releases, the first without any left at 0.

    In London the Metropolitan Police's own name means no borough; on the UK map a borough's name means the Met.
    """
    known = {name.casefold(): tile.code for tile in tiles(grid) for name in (tile.area, *tile.names)}
    if grid == "uk_police_areas":
        boroughs = {name.casefold(): "MET" for tile in tiles("london_boroughs") for name in (tile.area, *tile.names)
                    if tile.code != "CTY"}
        known = boroughs | known
    releases = tables["releases"]
    british = releases[releases["country"].eq("GB")]
    places = tables["places"][["release_id", "name"]]
    named = places[places["release_id"].isin(british["id"])]
    published = british[["id", "publisher"]].set_axis(["release_id", "name"], axis=1)
    both = pd.concat([named, published]).dropna()
    codes = both["name"].str.replace("’", "'").str.casefold().map(known)
    counts = both.assign(code=codes).dropna()[["release_id", "code"]].drop_duplicates()["code"].value_counts()
    rows = [(tile.code, tile.area, int(counts.get(tile.code, 0))) for tile in tiles(grid)]
    return pd.DataFrame(rows, columns=["code", "area", "releases"])


_SHORT = 4  # characters: "UK" and "NSW" are written so, "LONDON" is a dateline


def elsewhere(tables: dict[str, pd.DataFrame], top: int = 10) -> pd.DataFrame:
    """The places that most releases name, as country of the release and place, without those on the two maps."""
    releases = tables["releases"]
    known = {name.casefold() for grid in GRIDS for tile in tiles(grid) for name in (tile.area, *tile.names)}
    places = tables["places"][["release_id", "name"]].copy()
    country = releases.set_index("id")["country"].astype(object)
    places["country"] = places["release_id"].map(country).fillna("not known")
    folded = places["name"].str.replace("’", "'").str.casefold()
    places = places[~(places["country"].eq("GB") & folded.isin(known))]
    places = places.assign(key=folded[places.index], title=places["name"].where(
        ~places["name"].str.isupper() | (places["name"].str.len() <= _SHORT), places["name"].str.title()))
    once = places.drop_duplicates(["release_id", "key"])
    frame = once.groupby(["country", "key"], sort=False).agg(place=("title", "first"), releases=("release_id", "size"))
    frame = frame.reset_index().sort_values(["releases", "country", "place"], ascending=[False, True, True])
    return frame[["place", "country", "releases"]].head(top).reset_index(drop=True)


def draw(ax: Axes | None, frame: pd.DataFrame, grid: str) -> Axes:
    """The map: on each tile its code, and its number of releases; darker is more, an area without any stays white."""
    counts = dict(zip(frame["code"], frame["releases"], strict=True))
    most = max(counts.values(), default=0) or 1
    rows = 1 + max(tile.row for tile in tiles(grid))
    columns = 1 + max(tile.column for tile in tiles(grid))
    with mpl.rc_context(drawing.STYLE):
        ax = ax or drawing.own_axes(rows * _TILE)
        ax.axis("off")
        ax.set_xlim(-0.1, max(columns, drawing.WIDTH / _TILE) - 0.1)
        ax.set_ylim(rows, 0)
        for tile in tiles(grid):
            count = counts[tile.code]
            tint = 0 if not count else 1 + min(4, int(4.999 * count / most))
            ax.bar(tile.column + 0.5, 0.94, width=0.94, bottom=tile.row + 0.03, facecolor=TINTS[tint],
                   edgecolor=drawing.LINE, linewidth=0.6)
            ink = "white" if tint >= 4 else drawing.INK if count else drawing.QUIET
            ax.text(tile.column + 0.5, tile.row + (0.34 if count else 0.5), tile.code, ha="center", va="center",
                    fontsize=8, color=ink)
            if count:
                ax.text(tile.column + 0.5, tile.row + 0.68, f"{count:,}", ha="center", va="center", fontsize=10,
                        weight="bold", color=ink)
    return ax
