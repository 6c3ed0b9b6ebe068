from __future__ import annotations

import time

import pytest

from briefer.text.attribution import speaker_of
from briefer.text.quotations import quotation_at


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("“*We act,” said Lena Morvane, who chairs the Board.", "Lena Morvane"),
        ("“*We act,” Lena Morvane said. “Now.”", "Lena Morvane"),
        ("“*We act,” Morvane, the chair of the Board, said on Friday.", "Morvane"),
        ("Lena Morvane, who chairs the Board, said: “*We act.”", "Lena Morvane"),
        ("“*We act,” said President Ada Quill.", "Ada Quill"),
        ("“*We act,” said a spokesman for Calder Lift Systems.", "Calder Lift Systems"),
        ("Nobody came. “*We act,” the Harbour Technology Board said.", "Harbour Technology Board"),
        ("“*We act,” according to Ann Lee.", "Ann Lee"),
        ("“*We stay.\n\n“And now,” said Bo Smith.", "Bo Smith"),
        ("“*One,” Ann Lee said. “Two,” said Bo Ray.", "Ann Lee"),
        ("Ann Lee said it was “*a mess” and left.", "Ann Lee"),
        ("„*Wir gehen“, sagte Olga Rist, „jetzt.“", "Olga Rist"),
        ("« *On part », a déclaré Anne Vial.", "Anne Vial"),
        ("“*We act,” Board chair Lena Morvane told reporters.", "Lena Morvane"),
        ("“*We act,” said Calder chief executive Otto Brandt.", "Otto Brandt"),
        ("“*We act,” said Lena Morvane in Saltmere.", "Lena Morvane"),
        ("“*We act,” he said.", ""),
        ("He said: “*We act.”", ""),
        ("“*We act,” said the mayor of Saltmere, Tomas Arkell.", ""),
        ("“*We act,” said Ada Quill’s spokesman.", ""),
        ("“*We act.” Lena Morvane left. Bo said so.", ""),
        ("It is “*a mess”.", ""),
    ],
)
def test_the_speaker_is_whom_the_attribution_names(text: str, speaker: str) -> None:
    at = text.index("*")
    text = text.replace("*", "")
    found = speaker_of(text, quotation_at(text, at))
    assert (text[slice(*found)] if found else "") == speaker


def test_no_parts_no_speaker() -> None:
    assert speaker_of("“We act,” said Bo.", ()) is None


def test_a_paragraph_without_end_costs_no_more_than_what_is_near() -> None:
    text = "“A,” said b " * 40_000
    began = time.process_time()
    speaker_of(text, [(1, 3)])
    assert time.process_time() - began < 1
