import re
from xml.etree import ElementTree

from briefer.memo.blocks import ListItem, Run
from briefer.render.word.numbering import Lists

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def item(list_number, level=0, *, ordered=False):
    return ListItem((Run("x"),), list_number, ordered=ordered, level=level)


def numbers(*items):
    """Number and level of each item, and for each number the formats of its levels and the levels that restart."""
    lists = Lists()
    places = [re.findall(r'w:val="(\d+)"', lists.numbering(it)) for it in items]
    root = ElementTree.fromstring(lists.part())
    abstracts = {
        a.get(f"{W}abstractNumId"): [f.get(f"{W}val") for f in a.iter(f"{W}numFmt")]
        for a in root.iter(f"{W}abstractNum")
    }
    nums = {
        n.get(f"{W}numId"): (
            abstracts[n.find(f"{W}abstractNumId").get(f"{W}val")],
            [(o.get(f"{W}ilvl"), o.find(f"{W}startOverride").get(f"{W}val")) for o in n.iter(f"{W}lvlOverride")],
        )
        for n in root.iter(f"{W}num")
    }
    return [(number, level) for level, number in places], nums


def test_each_list_starts_anew():
    places, nums = numbers(item(1, ordered=True), item(1, ordered=True), item(2, ordered=True))
    assert places == [("4", "0"), ("4", "0"), ("5", "0")]
    assert nums["4"][1] == nums["5"][1] == [("0", "1")]
    assert nums["4"][0][:3] == ["decimal", "lowerLetter", "lowerRoman"]


def test_a_list_may_be_left_and_taken_up_again():
    places, _ = numbers(item(1, ordered=True), item(2), item(1, ordered=True))
    assert [number for number, _ in places] == ["4", "5", "4"]


def test_bullets_inside_numbers_are_levels_of_one_list():
    places, nums = numbers(item(1, ordered=True), item(1, 1), item(1, 2), item(1, ordered=True))
    assert places == [("4", "0"), ("4", "1"), ("4", "2"), ("4", "0")]
    formats, starts = nums["4"]
    assert formats[:3] == ["decimal", "bullet", "bullet"]
    assert starts == [("0", "1"), ("1", "1"), ("2", "1")]


def test_numbers_inside_bullets():
    _, nums = numbers(item(7), item(7, 1, ordered=True))
    assert nums["4"][0][:2] == ["bullet", "lowerLetter"]


def test_an_item_of_another_kind_on_a_level_has_a_list_of_its_own():
    places, nums = numbers(item(1), item(1, ordered=True), item(1), item(1, ordered=True))
    assert [number for number, _ in places] == ["4", "5", "4", "5"]
    assert (nums["4"][0][0], nums["5"][0][0]) == ("bullet", "decimal")


def test_a_nested_list_with_a_number_of_its_own_starts_on_its_level():
    _, nums = numbers(item(1, ordered=True), item(2, 1, ordered=True))
    assert nums["5"][1] == [("1", "1")]


def test_levels_end_where_word_ends():
    places, _ = numbers(item(1, 30))
    assert places == [("4", "8")]


def test_numbered_paragraphs_have_one_list_that_counts_through():
    lists = Lists()
    assert re.findall(r'w:val="(\d+)"', lists.paragraph(0)) == ["0", "3"]
    assert re.findall(r'w:val="(\d+)"', lists.paragraph(30)) == ["8", "3"]
    root = ElementTree.fromstring(lists.part())
    abstract = next(a for a in root.iter(f"{W}abstractNum") if a.get(f"{W}abstractNumId") == "2")
    texts = [text.get(f"{W}val") for text in abstract.iter(f"{W}lvlText")]
    assert texts[:3] == ["%1.", "%1.%2", "%1.%2.%3"]
    number = next(n for n in root.iter(f"{W}num") if n.get(f"{W}numId") == "3")
    assert number.find(f"{W}abstractNumId").get(f"{W}val") == "2"
    assert number.find(f"{W}lvlOverride") is None


def test_lists_beside_numbered_paragraphs_keep_their_definitions():
    _, nums = numbers(item(1, ordered=True), item(1, 1), item(2), item(2, 1, ordered=True))
    assert nums["4"][0][:2] == ["decimal", "bullet"]
    assert nums["5"][0][:2] == ["bullet", "lowerLetter"]
