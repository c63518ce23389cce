"""What a corrected version says differently."""

from publication.prints import cells, table
from suoja.publication.rendering.changes import changes
from suoja.statistics.choices import Status


def sexes(women, men, **hidden):
    return table(cells=cells("sex", {"woman_girl": women, "man_boy": men}, hidden))


def told(before, after):
    return [(each.before, each.after) for each in changes([before], [after])]


def test_a_number_that_changed_is_told_and_others_are_not() -> None:
    assert told(sexes(135, 112), sexes(136, 112)) == [(135, 136)]


def test_a_number_that_is_hidden_now_is_told_as_not_shown() -> None:
    assert told(sexes(5, 112), sexes(4, 112, woman_girl=Status.PRIMARY)) == [(5, None)]


def test_a_change_behind_the_curtain_is_not_told() -> None:
    before = sexes(3, 112, woman_girl=Status.PRIMARY)

    assert told(before, sexes(4, 112, woman_girl=Status.SECONDARY)) == []


def test_a_table_or_category_that_is_new_is_no_change() -> None:
    before = table(cells=cells("sex", {"woman_girl": 5}))

    assert told(before, sexes(5, 9)) == []
    assert changes([], [before]) == ()
