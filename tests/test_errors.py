from briefer.errors import DataError, printable


def test_a_message_names_the_file_what_is_wrong_and_what_to_do() -> None:
    error = DataError("it holds no JSON", "open another file").at("a.brief")
    assert str(error) == "a.brief: it holds no JSON; open another file"
    assert error.exit_code == 65


def test_a_file_is_named_once_by_whoever_knows_it_first() -> None:
    assert DataError("bad", path="inner").at("outer").path == "inner"


def test_a_name_cannot_write_to_the_terminal() -> None:
    assert printable("a\x1b[31m\nb\udcff") == "a\\x1b[31m\\nb\\udcff"
