from briefer.templates.reference import reference, reference_path


def test_the_help_says_what_the_engine_does(renew: bool) -> None:
    if renew:
        reference_path().write_text(reference(), "utf-8")
    assert reference_path().read_text("utf-8") == reference()


def test_every_filter_of_ours_is_explained() -> None:
    from briefer.templates.filters import OWN

    assert all(function.__doc__ for function in OWN.values())
