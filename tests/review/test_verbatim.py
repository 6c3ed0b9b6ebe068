"""A thousand altered quotations: what changes the words is found, what style books allow is passed."""

from __future__ import annotations

import random
import time

import pytest

from briefer.review.verbatim import is_verbatim

SOURCE = (
    "The Board, which has not met since May, said “we can’t wait” and ordered five ports to unplug 46.5 per cent of "
    "their modems. It will not pay for co-operation with U.S. firms: no port may refuse the so-called ‘clean sweep’ — "
    "and nobody has explained who decides. L’accord n’est pas signé, affirme Zoë Kraków à l’étranger."
)
WORDS = SOURCE.split()
NEGATIONS = ("not", "no", "nobody", "can’t", "pas")


def spans(chance: random.Random) -> tuple[int, int]:
    start = chance.randrange(len(WORDS) - 8)
    return start, start + chance.randint(7, 12)


def words_of(text: str) -> str:
    """The words that a reader sees, to make sure that an alteration is one."""
    return " ".join(word.strip("“”‘’\"'.,:;—").lower() for word in text.split())


def swapped(words: list[str], at: int, chance: random.Random) -> list[str]:
    return [*words[:at], chance.choice(["modem", "sweeps", "Bord", "64.5", "never"]), *words[at + 1 :]]


def dropped(words: list[str], at: int, chance: random.Random) -> list[str]:
    return [*words[:at], *words[at + 1 :]]


def added(words: list[str], at: int, chance: random.Random) -> list[str]:
    return [*words[:at], chance.choice(["always", "not", "5", "très"]), *words[at:]]


def misspelt(words: list[str], at: int, chance: random.Random) -> list[str]:
    word = words[at]
    return [*words[:at], word[:1] + "x" + word[1:], *words[at + 1 :]]


def turned(words: list[str], at: int, chance: random.Random) -> list[str]:
    return [*words[: at - 1], words[at], words[at - 1], *words[at + 1 :]]


@pytest.mark.parametrize("alter", [swapped, dropped, added, misspelt, turned])
def test_altered_words_are_found(alter) -> None:
    chance = random.Random(alter.__name__)
    for _ in range(120):
        start, end = spans(chance)
        words = WORDS[start:end]
        altered = " ".join(alter(words, chance.randint(2, len(words) - 3), chance))
        if words_of(altered) not in words_of(SOURCE):
            assert not is_verbatim(altered, [SOURCE]), altered


def test_a_negation_that_is_taken_out_is_found() -> None:
    for number, word in enumerate(WORDS):
        if word in NEGATIONS:
            without = {"can’t": ["can"]}.get(word, [])
            altered = " ".join([*WORDS[max(number - 3, 0) : number], *without, *WORDS[number + 1 : number + 4]])
            assert not is_verbatim(altered, [SOURCE]), altered
    assert not is_verbatim("we can", [SOURCE])
    assert not is_verbatim("we can … wait", [SOURCE])


def straight(text: str, chance: random.Random) -> str:
    return text.translate(str.maketrans("“”‘’", "\"\"''"))


def guillemets(text: str, chance: random.Random) -> str:
    return text.replace("“", "« ").replace("”", " »")


def respaced(text: str, chance: random.Random) -> str:
    return "".join(chance.choice([" ", "\u00a0", "\n", "  ", "\u2009"]) if c == " " else c for c in text)


def hyphens(text: str, chance: random.Random) -> str:
    return text.replace("-", "\u2011").replace(" — ", chance.choice(["—", " – ", " - "]))


def left_out(text: str, chance: random.Random) -> str:
    words = text.split()
    start = chance.randint(1, len(words) - 3)
    end = chance.randint(start, len(words) - 1)
    dots = chance.choice(["…", "...", ". . .", "[…]", "[...]", "(…)", "....", "[ … ]"])
    return " ".join([*words[:start], dots, *words[end:]])


def put_in(text: str, chance: random.Random) -> str:
    words = text.split()
    at = chance.randint(1, len(words) - 2)
    return " ".join([*words[:at], "[the minister]", *words[at + chance.randint(0, 1) :]])


def other_first_letter(text: str, chance: random.Random) -> str:
    return text[:1].swapcase() + text[1:]


def other_end(text: str, chance: random.Random) -> str:
    return text.rstrip(".,:;") + chance.choice([".", ",", "!", "", " …", ",”"])


def invisible(text: str, chance: random.Random) -> str:
    return text.replace("o", "o\u00ad").replace(" ", "\u200b ")


@pytest.mark.parametrize(
    "restyle",
    [straight, guillemets, respaced, hyphens, left_out, put_in, other_first_letter, other_end, invisible],
)
def test_another_style_is_passed(restyle) -> None:
    chance = random.Random(restyle.__name__)
    for _ in range(60):
        start, end = spans(chance)
        quote = restyle(" ".join(WORDS[start:end]), chance)
        assert is_verbatim(quote, [SOURCE]), quote


@pytest.mark.parametrize(
    ("quote", "source"),
    [
        ("[T]he ports", "In May the ports closed"),
        ("[t]he ports", "The ports closed"),
        ("they agree[d] on it", "they agree on it"),
        ("they agree[s]", "they agreed"),
        ("", "anything"),
        ("…", "anything"),
        ("[sic]", "anything"),
        ("It fell to -5 °C", "It fell to −5 °C"),
        ("in 2019-2021", "in 2019–2021"),
        ("e\u0301te\u0301", "été"),
        ("已簽署", "協議已簽署。"),
        ("हिन्दी", "वह हिन्दी है"),
    ],
)
def test_passed(quote: str, source: str) -> None:
    assert is_verbatim(quote, [source])


@pytest.mark.parametrize(
    ("quote", "source"),
    [
        ("ports", "airports closed"),
        ("port", "ports closed"),
        ("he Board", "The Board"),
        ("THE Board", "The Board"),
        ("the board", "the Board"),
        ("46 million", "46.5 million"),
        ("It fell to 5 °C", "It fell to -5 °C"),
        ("5 °C", "-5 °C"),
        ("operation", "co-operation"),
        ("a 'free' vote", "a free vote"),
        ("open … closed", "closed and open"),
        ("open. Closed", "open"),
        ("क", "की बात"),
        ("anything", ""),
    ],
)
def test_found(quote: str, source: str) -> None:
    assert not is_verbatim(quote, [source])


def test_each_part_is_sought_in_the_order_of_the_evidence() -> None:
    parts = ["We are closing a door,", "It was open."]
    assert is_verbatim("We are closing a door, … It was open.", parts)
    assert not is_verbatim("It was open. … We are closing a door,", parts)
    assert not is_verbatim("We are closing a door, It was open.", parts)


@pytest.mark.parametrize("part", [" ", "a ", "a", "[", "[…", ". ", "a…", "a'", "1,", "-1", "“", "e\u0301"])
def test_hostile_text_costs_no_more_than_its_length(part: str) -> None:
    def cost(length: int) -> float:
        text = part * (length // len(part))
        begun = time.process_time()
        is_verbatim(text, [text + "b"])
        is_verbatim(text + "b", [text])
        return time.process_time() - begun

    # Were it quadratic, the second would cost 64 times the first.
    assert cost(80_000) < 24 * max(cost(10_000), 0.005)
