"""Messages to the user: what happened, to what, and what to do next."""

from __future__ import annotations

from typing import Literal

from PySide6.QtWidgets import QMessageBox, QWidget

from briefer.errors import BrieferError


def show_error(parent: QWidget, error: BrieferError, what: str) -> None:
    """Say that ``what`` did not succeed, and why."""
    box = QMessageBox(QMessageBox.Icon.Warning, "Briefer", what, QMessageBox.StandardButton.Ok, parent)
    place = f"{error.path}\n" if error.path else ""
    box.setInformativeText(f"{place}{sentence(error.message)} {sentence(error.hint)}".strip())
    box.exec()


def ask_unsaved(parent: QWidget, name: str) -> Literal["save", "discard", "cancel"]:
    """Ask what to do with changes that are not saved."""
    box = QMessageBox(QMessageBox.Icon.Question, "Briefer", f"Save the changes to “{name}”?", parent=parent)
    box.setInformativeText("If you do not save them, they are lost.")
    button = QMessageBox.StandardButton
    box.setStandardButtons(button.Save | button.Discard | button.Cancel)
    box.setDefaultButton(button.Save)
    answer = box.exec()
    return "save" if answer == button.Save else "discard" if answer == button.Discard else "cancel"


def ask(parent: QWidget, question: str, explanation: str, yes: str) -> bool:
    """Ask a question that is answered by ``yes`` or Cancel; Cancel is the default."""
    box = QMessageBox(QMessageBox.Icon.Question, "Briefer", question, QMessageBox.StandardButton.Cancel, parent)
    box.setInformativeText(explanation)
    agree = box.addButton(yes, QMessageBox.ButtonRole.AcceptRole)
    box.setDefaultButton(QMessageBox.StandardButton.Cancel)
    box.exec()
    return box.clickedButton() is agree


def sentence(text: str) -> str:
    """Words of a message as a sentence of their own; nothing stays nothing."""
    return f"{text[:1].upper()}{text[1:]}." if text else ""
