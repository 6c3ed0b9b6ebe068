"""The window comes back where it was, and nothing in its file can do harm."""

from __future__ import annotations

import msgspec
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QRect, QSize
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QMainWindow, QSplitter, QWidget
from pytestqt.qtbot import QtBot
from ui_user import User

from briefer.ui.app import make_window
from briefer.ui.window_state import WindowState, first_size, load_state, restore, restore_widths, save, state_path


class Screen:
    """A screen as Qt describes it."""

    def __init__(self, x: int, y: int, width: int, height: int) -> None:
        self._rect = QRect(x, y, width, height)

    def availableGeometry(self) -> QRect:  # noqa: N802
        return self._rect

    def availableSize(self):  # noqa: N802
        return self._rect.size()


LEFT, RIGHT = Screen(0, 0, 1920, 1080), Screen(1920, 0, 1600, 900)


@pytest.fixture
def desk(monkeypatch: pytest.MonkeyPatch) -> list[Screen]:
    """The screens of the desktop; a test may take one away."""
    screens = [LEFT, RIGHT]
    monkeypatch.setattr(QGuiApplication, "screens", lambda: screens)
    return screens


def fresh(qtbot: QtBot) -> tuple[QMainWindow, QSplitter]:
    window, splitter = QMainWindow(), QSplitter(childrenCollapsible=False)
    qtbot.addWidget(window)
    for _ in range(3):
        pane = QWidget()
        pane.setMinimumWidth(60)
        splitter.addWidget(pane)
    splitter.setSizes([200, 200, 200])
    window.setCentralWidget(splitter)
    window.setMinimumSize(400, 300)
    window.resize(620, 400)
    return window, splitter


def written(text: str | bytes) -> None:
    state_path().parent.mkdir(parents=True, exist_ok=True)
    state_path().write_bytes(text if isinstance(text, bytes) else text.encode())


def framed(x: int, y: int, width: int, height: int) -> None:
    written(msgspec.json.encode({"frame": {"x": x, "y": y, "width": width, "height": height}}))


@pytest.mark.parametrize(
    ("screen", "size"), [((1440, 900), (1440, 860)), ((1920, 1080), (1440, 900)), ((1366, 728), (1366, 688))]
)
def test_the_first_window_fits_the_screen_with_its_frame(screen: tuple[int, int], size: tuple[int, int]) -> None:
    assert first_size(Screen(0, 0, *screen)) == QSize(*size)


def test_a_window_comes_back_where_it_was(qtbot: QtBot, desk: list[Screen]) -> None:
    window, splitter = fresh(qtbot)
    window.setGeometry(2000, 60, 710, 420)
    window.show()
    splitter.setSizes([300, 150, 250])
    widths = splitter.sizes()
    save(window, splitter)
    again, panes = fresh(qtbot)
    restore(again, panes)
    again.show()
    assert again.geometry() == QRect(2000, 60, 710, 420)
    assert panes.sizes() == widths
    assert not again.isMaximized()


def test_a_maximised_window_comes_back_so_with_its_old_size_behind(qtbot: QtBot, desk: list[Screen]) -> None:
    window, splitter = fresh(qtbot)
    window.setGeometry(50, 60, 500, 420)
    window.show()
    window.showMaximized()
    QApplication.processEvents()
    assert window.geometry() != window.normalGeometry()
    save(window, splitter)
    assert load_state().maximised
    again, panes = fresh(qtbot)
    restore(again, panes)
    again.show()
    assert again.isMaximized()
    again.showNormal()
    assert again.geometry() == QRect(50, 60, 500, 420)


def test_each_view_keeps_its_own_widths(qtbot: QtBot) -> None:
    window, splitter = fresh(qtbot)
    window.show()
    splitter.setSizes([300, 150, 150])
    writing = splitter.sizes()
    save(window, splitter, "write")
    splitter.setSizes([100, 100, 400])
    preview = splitter.sizes()
    save(window, splitter, "preview")
    assert restore_widths(splitter, "write")
    assert splitter.sizes() == writing
    assert restore_widths(splitter, "preview")
    assert splitter.sizes() == preview
    assert not restore_widths(splitter, "library")
    assert splitter.sizes() == preview


def test_widths_are_kept_while_a_pane_is_hidden(qtbot: QtBot) -> None:
    window, splitter = fresh(qtbot)
    window.show()
    save(window, splitter)
    before = load_state().widths
    splitter.widget(0).hide()
    QApplication.processEvents()
    assert splitter.sizes()[0] == 0
    save(window, splitter)
    assert load_state().widths == before


def test_a_screen_that_is_gone_leaves_the_window_where_the_system_puts_it(qtbot: QtBot, desk: list[Screen]) -> None:
    framed(2000, 60, 700, 420)
    desk.remove(RIGHT)
    window, splitter = fresh(qtbot)
    before = window.geometry()
    restore(window, splitter)
    assert window.geometry() == before


@pytest.mark.parametrize(
    "frame",
    [
        (-650, 60, 700, 420),  # only an edge of it shows
        (1900, 1060, 700, 420),  # its top is below every screen
        (100, -400, 700, 420),  # nobody could take hold of its title
        (100, 100, 200, 420),  # narrower than it can be
        (100, 100, 700, 20),
    ],
)
def test_a_frame_out_of_reach_or_too_small_is_not_used(
    qtbot: QtBot, desk: list[Screen], frame: tuple[int, int, int, int]
) -> None:
    framed(*frame)
    window, splitter = fresh(qtbot)
    before = window.geometry()
    restore(window, splitter)
    assert window.geometry() == before


def test_a_frame_is_cut_to_a_smaller_screen(qtbot: QtBot, desk: list[Screen]) -> None:
    framed(0, 0, 3800, 2000)
    window, splitter = fresh(qtbot)
    restore(window, splitter)
    assert window.size() == LEFT.availableSize()


def test_a_window_that_is_larger_than_every_screen_keeps_its_least_size(qtbot: QtBot, desk: list[Screen]) -> None:
    desk[:] = [Screen(0, 0, 390, 280)]
    framed(0, 0, 700, 420)
    window, splitter = fresh(qtbot)
    restore(window, splitter)
    assert window.size() == window.minimumSize()


BAD = [
    b"",
    b"{",
    b"[]",
    b"null",
    b"\xff\xfe\x00",
    b'{"frame": {"x": 1}}',
    b'{"frame": {"x": 1, "y": 1, "width": 1e9, "height": 500}}',
    b'{"frame": {"x": "1", "y": 1, "width": 500, "height": 500}}',
    b'{"frame": {"x": 1, "y": 1, "width": -500, "height": 500}}',
    b'{"frame": {"x": 99999999999999999999, "y": 1, "width": 500, "height": 500}}',
    b'{"widths": {"write": [0, 100, 100]}}',
    b'{"widths": {"write": [true, 100, 100]}}',
    b'{"maximised": 1}',
    b"[" * 90_000,
    b" " * 200_000,
]


@pytest.mark.parametrize("content", BAD, ids=range(len(BAD)))
def test_a_damaged_file_gives_the_defaults_and_is_replaced(qtbot: QtBot, content: bytes) -> None:
    written(content)
    assert load_state() == WindowState()
    window, splitter = fresh(qtbot)
    restore(window, splitter)
    assert (window.width(), window.height(), window.isMaximized()) == (620, 400, False)
    save(window, splitter)
    assert load_state().frame is not None


def test_no_file_gives_the_defaults() -> None:
    assert load_state() == WindowState()


@pytest.mark.parametrize("widths", ["[]", "[100, 200]", "[100, 200, 300, 400]"])
def test_widths_of_another_number_of_panes_are_not_used(qtbot: QtBot, widths: str) -> None:
    written(f'{{"widths": {{"write": {widths}}}}}')
    window, splitter = fresh(qtbot)
    before = splitter.sizes()
    restore(window, splitter)
    assert splitter.sizes() == before


def test_what_cannot_be_written_is_not_remembered_and_no_error(qtbot: QtBot) -> None:
    window, splitter = fresh(qtbot)
    state_path().mkdir(parents=True)
    save(window, splitter)
    assert load_state() == WindowState()
    state_path().rmdir()
    state_path().parent.rmdir()
    state_path().parent.write_text("a file in the way")
    save(window, splitter)
    assert state_path().parent.read_text() == "a file in the way"


def test_nothing_else_is_left_in_the_folder(qtbot: QtBot) -> None:
    window, splitter = fresh(qtbot)
    save(window, splitter)
    assert [path.name for path in state_path().parent.iterdir()] == ["window.json"]


numbers = st.integers() | st.floats() | st.booleans() | st.none() | st.text(max_size=3)
frames = st.fixed_dictionaries({}, optional=dict.fromkeys(("x", "y", "width", "height"), numbers))


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(st.fixed_dictionaries({}, optional={"frame": frames, "maximised": numbers, "widths": st.dictionaries(
    st.sampled_from(["write", "preview"]), st.lists(numbers, max_size=4))}))  # fmt: skip
def test_no_content_does_harm(qapp, content: dict[str, object]) -> None:
    written(msgspec.json.encode(content))
    splitter = QSplitter()
    window = QMainWindow()
    window.setCentralWidget(splitter)
    restore(window, splitter)
    load_state()


def test_the_real_window_comes_back(user: User, qtbot: QtBot, desk: list[Screen]) -> None:
    window = user.window
    window.setGeometry(100, 40, 1300, 800)
    splitter = window.desk.panes
    splitter.setSizes([500, 300, 490])
    widths = splitter.sizes()
    save(window, splitter)
    again = make_window()
    qtbot.addWidget(again)
    again.show()
    again.go_to("source")
    panes = again.desk.panes
    assert again.geometry() == QRect(100, 40, 1300, 800)
    assert panes.sizes() == widths
