"""What safety promises, and the tests that hold it: this table fails when one of them is gone."""

from __future__ import annotations

import ast
import functools
from pathlib import Path

import pytest

TESTS = Path(__file__).parent

PROMISES: dict[str, dict[str, str]] = {
    "L1 after a kill the file is the last or the next state": {
        "store/test_traced_saves.py": "test_killed_at_any_system_call_a_save_leaves_the_last_state_or_the_next",
        "test_files.py": "test_a_save_killed_at_any_call_leaves_the_old_file_or_the_new"
        " test_a_save_killed_at_any_moment_leaves_the_last_or_the_next_state",
    },
    "L2 after a power cut likewise": {
        "test_files.py": "test_the_disk_has_the_bytes_before_the_name_and_then_the_name",
    },
    "L3 a full disk leaves the old file, no junk, one message, and the text in the window": {
        "test_files.py": "test_each_call_may_fail test_plain_words_for_a_failing_disk test_an_interrupted_save_leaves_nothing",
        "store/test_traced_saves.py": "test_whatever_call_fails_the_file_is_whole_and_the_cause_is_named",
        "ui/recovery/test_sharing.py": "test_a_folder_that_is_gone_is_named_and_the_text_stays",
    },
    "L4 a crash takes 30 seconds of typing at most": {
        "ui/recovery/test_recovery.py": "test_what_was_never_saved_is_kept_until_it_is"
        " test_typing_without_a_pause_is_kept_all_the_same test_a_window_that_is_killed_loses_nothing_that_was_kept",
        "ui/recovery/test_crash.py": "test_what_is_typed_is_kept_before_anything_is_said",
    },
    "L5 what was kept is offered and overwrites nothing; a second crash leaves it": {
        "ui/recovery/test_recovery.py": "test_what_a_crash_left_is_opened_beside_its_file"
        " test_the_file_that_was_changed_since_is_not_overwritten test_discarding_asks_first"
        " test_the_comparison_shows_the_words_that_went_and_came",
        "store/test_recovery.py": "test_a_second_crash_leaves_the_copy test_a_damaged_copy_says_so",
        "store/test_damaged_copies.py": "test_damaged_copies_and_versions_never_stop_the_start",
    },
    "L6 what another program changed is told and not overwritten": {
        "test_files.py": "test_refuses_to_replace_what_somebody_changed",
        "store/test_briefs.py": "test_does_not_overwrite_what_somebody_changed",
        "ui/recovery/test_sharing.py": "test_what_another_program_wrote_is_compared_and_kept",
    },
    "L7 two windows on one brief: whole files, and the second is told": {
        "test_files.py": "test_two_writers_and_a_reader_see_whole_files_only",
        "store/test_lock.py": "test_a_second_window_of_the_same_process_is_told test_another_process_is_told_who_has_it",
        "ui/recovery/test_sharing.py": "test_the_second_is_told_who_has_it_and_does_not_save"
        " test_whoever_takes_over_saves_and_the_first_is_told",
    },
    "L8 links, modes, owners and attributes are kept": {
        "test_files.py": "test_follows_links_to_the_file_itself test_keeps_the_mode test_keeps_the_owner"
        " test_keeps_extended_attributes test_a_hard_link_keeps_the_old_bytes",
    },
    "L9 undo all is the first state, redo all the last; what is saved is read again alike": {
        "edit/test_history.py": "test_a_random_walk_meets_the_same_briefs_in_both_directions",
        "ui/test_random_use.py": "test_any_use_leaves_the_window_true",
        "store/test_briefs.py": "test_what_is_written_is_read_again_and_written_alike",
    },
    "L10 no output replaces an input; a failed export keeps the old output": {
        "cli/test_refusals.py": "test_an_output_that_is_an_input_under_any_name test_an_output_that_is_an_input_through_a_link"
        " test_a_failed_export_keeps_the_old_output test_new_refuses_a_file_that_is_there",
    },
    "L11 a newer file and an unknown key are refused": {
        "store/test_briefs.py": "test_another_format_is_refused test_an_unknown_key_is_refused_with_its_place"
        " test_a_key_given_twice_is_refused",
    },
    "S1 a template runs no code, reads no file, sees neither environment nor program": {
        "templates/test_hostile.py": "test_a_template_reaches_nothing_but_its_data test_what_a_rendering_keeps_cannot_be_named",
        "hostile/test_strangers_files.py": "test_some_templates_at_once_are_checked_each_for_itself",
        "ui/test_strangers_template.py": "test_it_is_previewed_written_and_exported_beside_the_window",
    },
    "S2 a template neither hangs nor eats the machine, when it is checked as well": {
        "templates/test_hostile.py": "test_nothing_grows_or_repeats_without_bound"
        " test_nothing_is_worked_out_while_a_template_is_compiled test_what_is_too_deep_is_refused_and_found_by_the_check",
        "ui/test_strangers_template.py": "test_one_that_eats_memory_is_told_and_the_window_goes_on",
        "test_worker.py": "test_a_function_that_takes_too_long_is_stopped_and_the_next_one_runs"
        " test_a_function_that_takes_memory_bit_by_bit_is_refused",
        "test_limits.py": "test_each_system_has_its_way",
    },
    "S3 a Word file is opened behind one gate": {
        "office/test_gate.py": "test_what_is_no_sound_word_document_is_refused_in_plain_words"
        " test_no_more_is_unpacked_than_there_may_be test_a_member_that_lies_about_its_size_is_found_out"
        " test_members_that_share_bytes_are_refused test_xml_is_read_strictly",
    },
    "S4 a memo carries nothing that acts, whatever its template held": {
        "office/test_strip.py": "test_relationships_to_programs_and_elsewhere_go test_a_remote_template_goes_with_its_element"
        " test_fields_that_fetch_or_run_leave_their_words",
    },
    "S5 no network, and nothing is read but what was named": {
        "test_no_network.py": "test_an_article_is_read_without_what_it_refers_to"
        " test_a_memo_is_written_without_what_it_refers_to test_a_template_is_checked_without_what_it_refers_to"
        " test_the_window_shows_them_without_what_they_refer_to test_the_trace_would_show_a_call_and_a_canary",
        "ui/memo/test_preview.py": "test_the_plain_view_loads_and_opens_nothing"
        " test_a_click_on_a_link_is_reported_and_opens_nothing",
    },
    "S6 the words of an article are words in every format": {
        "hostile/test_writers.py": "test_html_and_messages_hold_no_script_no_picture_and_no_link_elsewhere"
        " test_markdown_shows_them_as_words test_no_cell_is_a_formula"
        " test_word_holds_no_field_that_acts_and_no_link_elsewhere",
        "hostile/test_strangers_files.py": "test_what_a_stranger_may_have_written_stays_words",
        "cli/test_commands.py": "test_article_text_is_never_code",
    },
    "S7 any input ends soon, within its memory, with a documented code and one line": {
        "hostile/test_strangers_files.py": "test_some_articles_at_once_are_read_or_refused_each_for_itself"
        " test_an_article_is_read_or_refused_soon test_a_brief_is_exported_or_refused_soon"
        " test_a_template_is_checked_and_filled_or_refused_soon",
        "hostile/test_damaged_files.py": "test_an_article_of_damaged_bytes test_a_brief_that_ends_at_any_byte"
        " test_a_brief_with_another_thing_at_any_key test_a_template_of_damaged_bytes test_annotations_of_any_shape"
        " test_any_text_is_read_along",
        "ui/test_strangers_articles.py": "test_no_file_but_plain_text_is_read_in_the_windows_process",
    },
    "S8 hidden characters are shown and counted, and stay in a quote": {
        "ui/source/test_hidden.py": "test_each_has_a_mark_where_it_stands test_they_are_counted_in_the_line_that_leads_to_each"
        " test_a_quote_keeps_them",
    },
}  # fmt: skip
"""Promise to the tests that hold it, by their files."""


@functools.cache
def names_in(file: str) -> frozenset[str]:
    tree = ast.parse((TESTS / file).read_text(encoding="utf-8"))
    return frozenset(node.name for node in tree.body if isinstance(node, ast.FunctionDef))


@pytest.mark.parametrize("promise", PROMISES)
def test_each_promise_is_held_by_tests_that_there_are(promise: str) -> None:
    held = PROMISES[promise]
    gone = [f"{file}: {name}" for file, names in held.items() for name in names.split() if name not in names_in(file)]
    assert held
    assert not gone


def test_no_promise_is_left_out() -> None:
    assert [promise.split()[0] for promise in PROMISES] == [
        *(f"L{number}" for number in range(1, 12)),
        *(f"S{number}" for number in range(1, 9)),
    ]
