"""The person's own exercises, routines and pictures, for the windows that make and share them."""

from __future__ import annotations

from pathlib import Path

from deskbreak.adapters.background import Beside
from deskbreak.adapters.catalog import Shelf, shelf
from deskbreak.adapters.own_files import shipped_bases
from deskbreak.adapters.own_keep import Keeper
from deskbreak.adapters.own_pictures import OwnPictures
from deskbreak.adapters.paths import find_paths
from deskbreak.adapters.resources import resources_folder
from deskbreak.adapters.share_file import read_share, write_share
from deskbreak.core.authoring.share import Offered
from deskbreak.core.exercise import Exercise

_UNEXPECTED = "could not be looked into; the log says more"


class Bench:
    """What the person's own folders hold, and what can be done with it.

    Whoever does something returns "" or the sentence that says why not.
    """

    def __init__(self, own: Shelf, pictures: Path) -> None:
        """Keep where it all is."""
        self.shelf = own
        self.keeper = Keeper(own)
        self.pictures = OwnPictures(pictures)

    def own(self) -> frozenset[str]:
        """Return the ids of the exercises and routines that are the person's own."""
        return self.shelf.names()

    def share(self, path: str, name: str) -> str:
        """Write an exercise, or a routine with the own exercises it needs, into one file."""
        catalog, own = self.shelf.exercises(), self.own()
        recipes = {recipe.id: recipe for recipe in self.shelf.recipes()}
        recipe = recipes.get(name)
        if recipe is None:
            exercises: tuple[Exercise, ...] = (catalog[name],) if name in catalog else ()
        else:
            needed = dict.fromkeys(each for each in recipe.order if each in own)
            exercises = tuple(catalog[each] for each in needed)
        if not exercises and recipe is None:
            return f'There is no "{name}" to share.'
        return write_share(Path(path), exercises, recipe)

    def read(self, path: str) -> Beside[Offered]:
        """Begin to look into a shared file; the answer is what it would add."""
        bases = shipped_bases(resources_folder() / "exercises")
        file, catalog, recipes = Path(path), self.shelf.exercises(), self.shelf.recipes()
        instead = Offered(file.name, refused=(f"{file.name}: {_UNEXPECTED}",))
        return Beside(lambda: read_share(file, catalog, recipes, bases), instead)

    def take_picture(self, path: str, exercise: str) -> Beside[tuple[str, str]]:
        """Begin to copy a picture for an exercise.

        The answer is its name, and "" or why it was not let in.
        """
        instead = ("", f"{Path(path).name}: {_UNEXPECTED}")
        return Beside(lambda: self.pictures.take(Path(path), exercise), instead)


def own_bench() -> Bench:
    """Return what belongs to this user."""
    return Bench(shelf(), find_paths().own_pictures)
