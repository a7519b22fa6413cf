"""Who may exercise: conditions, a doctor's word, and being asked again."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from pytestqt.qtbot import QtBot

from deskbreak.core.command import Acknowledge, Show, Window
from deskbreak.core.safety import Asking, asking_sentence
from deskbreak.core.settings.values import Safety, Settings
from deskbreak.core.words import English
from tests.ui.welcome_samples import TEXT, VIEW, box, button, opened, shown_text


def test_a_condition_leaves_only_posture_checks(qtbot: QtBot) -> None:
    window, sent = opened(qtbot)
    box(window, TEXT.none).click()
    box(window, TEXT.conditions[3]).click()
    assert not box(window, TEXT.none).isChecked()
    assert TEXT.first_doctor in shown_text(window)
    assert button(window, TEXT.accept).accessibleDescription() == TEXT.first_doctor
    button(window, TEXT.accept).click()
    assert sent == [Acknowledge(cleared=False)]
    assert TEXT.first_doctor in shown_text(window)
    assert not any(box(window, name).isChecked() for name in TEXT.conditions)


def test_none_of_these_takes_the_others_back(qtbot: QtBot) -> None:
    window, sent = opened(qtbot)
    box(window, TEXT.conditions[3]).click()
    box(window, TEXT.none).click()
    assert not box(window, TEXT.conditions[3]).isChecked()
    button(window, TEXT.accept).click()
    assert sent == [Acknowledge(cleared=True)]
    assert TEXT.first_doctor not in shown_text(window)


def test_a_doctors_word_lets_exercise_start(qtbot: QtBot) -> None:
    window, sent = opened(qtbot)
    assert TEXT.agreed not in shown_text(window)
    box(window, TEXT.conditions[0]).click()
    box(window, TEXT.agreed).click()
    assert TEXT.first_doctor not in shown_text(window)
    assert TEXT.guided not in shown_text(window)
    button(window, TEXT.accept).click()
    assert sent == [Acknowledge(cleared=True, doctor_agreed=True)]


def test_treatment_needs_a_therapist_too(qtbot: QtBot) -> None:
    window, sent = opened(qtbot)
    box(window, TEXT.conditions[6]).click()
    box(window, TEXT.agreed).click()
    assert TEXT.first_doctor in shown_text(window)
    box(window, TEXT.guided).click()
    assert TEXT.first_doctor not in shown_text(window)
    box(window, TEXT.agreed).click()
    assert not box(window, TEXT.guided).isChecked()
    box(window, TEXT.agreed).click()
    button(window, TEXT.accept).click()
    assert sent == [Acknowledge(cleared=False)]


def test_a_doctors_word_is_gone_with_the_last_condition(qtbot: QtBot) -> None:
    window, sent = opened(qtbot)
    box(window, TEXT.conditions[0]).click()
    box(window, TEXT.agreed).click()
    box(window, TEXT.none).click()
    assert TEXT.agreed not in shown_text(window)
    button(window, TEXT.accept).click()
    assert sent == [Acknowledge(cleared=True)]


def test_who_comes_again_is_told_why_and_asked_one_page(qtbot: QtBot) -> None:
    window, sent = opened(qtbot)
    known = replace(Settings(), safety=Safety(date(2026, 1, 1)))
    window.show_settings(replace(VIEW, settings=known, asking=Asking.AGE))
    assert asking_sentence(Asking.AGE, English()) in shown_text(window)
    assert TEXT.again in shown_text(window)
    box(window, TEXT.none).click()
    button(window, TEXT.accept).click()
    assert sent == [Acknowledge(cleared=True), Show(Window.TODAY)]
    assert not window.isVisible()
