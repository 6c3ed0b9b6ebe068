"""One life of a window: bursts of use, and after each the truth; then the way back to the beginning, and a save."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QApplication

from briefer.model.brief import Brief
from briefer.store.briefs import brief_bytes, read_brief
from briefer.ui.overlay import Overlay
from briefer.ui.window import Window
from random_use.in_dialogs import InDialogs
from random_use.in_memo import InMemo
from random_use.in_notes import InNotes
from random_use.in_source import InSource
from random_use.in_templates import InTemplates
from random_use.in_window import InWindow
from random_use.person import Deed, Person
from random_use.truth import check

BURSTS, DEEDS = 14, 22


class Life:
    """What happens follows from the seed, but for what depends on the clock."""

    def __init__(self, window: Window, seed: int, folder: Path) -> None:
        self.window, self.seed, self.folder = window, seed, folder
        self.person = Person(window, seed, folder)
        in_source = InSource(self.person)
        self.deeds: list[tuple[int, Deed]] = [
            *in_source.deeds(), *InNotes(self.person).deeds(), *InMemo(self.person).deeds(), *InWindow(self.person).deeds(),
            *InTemplates(self.person).deeds(), *InDialogs(self.person).deeds(),
        ]  # fmt: skip
        self.person.do("paste_article", in_source.paste_article)
        self.first: Brief = window._session.brief
        while window._session.undo_label:
            window._session.undo()
        self.first = window._session.brief
        window._session.redo()
        window._session.begun.connect(self._begun)
        window._session._pause.setInterval(10**6)  # a pause is one of the deeds, not of the clock

    def _begun(self) -> None:
        self.first = self.window._session.brief

    def live(self, bursts: int = BURSTS) -> None:
        try:
            for burst in range(bursts):
                self.burst()
                check(self.window)
                if burst == bursts // 2:
                    self.save_and_open("middle")
            self.end()
        except BaseException:
            print(f"seed {self.seed}, after:", *self.person.log[-40:])
            raise
        finally:
            self.put_down()

    def burst(self) -> None:
        for _ in range(self.person.chance.randint(1, DEEDS)):
            (deed,) = self.person.chance.choices(
                [deed for _, deed in self.deeds], [weight for weight, _ in self.deeds]
            )
            self.person.do(deed.__name__, deed)

    def put_down(self) -> None:
        """Nothing is open over the window, and no template is half typed: it closes without a question."""
        for overlay in self.window.findChildren(Overlay):
            overlay.dismiss()
        modes = self.window.modes
        if modes._mode is not None and modes.templates.edits:
            modes.templates.editing.work._leave()
        modes.to_brief()

    def end(self) -> None:
        """All work done, all steps back to the first brief and forth again, and what is saved is what is there."""
        self.put_down()
        while self.window.background._going:
            QApplication.processEvents()
        self.walk()
        while self.window._session.undo_label:
            self.window._session.undo()
        assert self.window._session.brief == self.first
        self.save_and_open("end")

    def walk(self) -> None:
        """Undo to the first brief and redo to the last, and the same briefs on the way."""
        session = self.window._session
        while session.redo_label:
            session.redo()
        down = [session.brief]
        while session.undo_label:
            session.undo()
            down.append(session.brief)
            check(self.window)
        up = [session.brief]
        while session.redo_label:
            session.redo()
            up.append(session.brief)
            check(self.window)
        assert up == down[::-1]

    def save_and_open(self, name: str) -> None:
        """What is written is the brief, and written again it is the same bytes."""
        session, path = self.window._session, self.folder / f"{self.seed}-{name}.brief"
        assert self.window.documents._save(path, overwrite=True)
        written = path.read_bytes()
        assert written == brief_bytes(session.stamped_brief())
        assert read_brief(path).brief == session.stamped_brief()
        session.open(path)
        check(self.window)
        assert self.window.documents.save()
        assert path.read_bytes() == written
