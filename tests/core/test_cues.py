"""What is heard of a session, and above all what is not."""

from __future__ import annotations

from dataclasses import dataclass, field

from deskbreak.core import session as guided
from deskbreak.core.command import SessionVerb
from deskbreak.core.cues import Cue, Tone, cue, last_cue
from deskbreak.core.entry import Discomfort
from deskbreak.core.session_view import SessionView, Stage
from deskbreak.core.words import English
from deskbreak.sounding import Sounder
from tests.core.guide_samples import routine

TR = English()
FRAME_S = 0.1


@dataclass
class Ears:
    """A `Sounds` that hears everything."""

    heard: list[str] = field(default_factory=list)

    def play(self, tone: Tone) -> None:
        self.heard.append(tone.value)

    def say(self, words: str) -> None:
        self.heard.append(f'"{words}"')

    def close(self) -> None:
        self.heard.append("closed")


@dataclass
class Room:
    """A session that is looked at frame by frame, and what is heard of it."""

    mode: str = "chime"
    quiet: bool = False
    t: float = 0.0
    ears: Ears = field(default_factory=Ears)

    def __post_init__(self) -> None:
        self.session = guided.begin(routine(), 0.0, 1e9)
        self.sounder = Sounder(self.ears, lambda: self.mode, lambda: self.quiet, TR)

    def view(self) -> SessionView:
        return guided.view(self.session, self.t, TR)

    def watch(self, seconds: float) -> list[str]:
        """Let frames pass and return what was heard meanwhile."""
        before = len(self.ears.heard)
        for _ in range(round(seconds / FRAME_S)):
            self.t += FRAME_S
            self.session = guided.advance(self.session, self.t)
            self.sounder.heed(self.view())
        return self.ears.heard[before:]

    def watch_until(self, stage: Stage) -> list[str]:
        heard: list[str] = []
        while self.view().stage is not stage:
            heard += self.watch(FRAME_S)
        return heard

    def drive(self, verb: SessionVerb, discomfort: Discomfort | None = None) -> None:
        self.session = guided.step(self.session, verb, self.t, discomfort)
        self.sounder.heed(self.view())


def test_a_session_begins_once_and_each_phase_is_one_chime() -> None:
    room = Room()
    assert room.watch(0.3) == ["begin"]
    room.watch_until(Stage.EXERCISE)
    assert room.watch(1.5) == []
    assert room.watch(16) == ["phase"] * 12  # four circles of three phases


def test_another_card_is_a_phase() -> None:
    room = Room()
    room.watch_until(Stage.EXERCISE)
    assert room.watch_until(Stage.TRANSITION)[-1] == "phase"


def test_nothing_is_heard_while_it_stands_still() -> None:
    room = Room()
    room.watch_until(Stage.EXERCISE)
    room.drive(SessionVerb.PAUSE)
    assert room.watch(30) == []
    room.drive(SessionVerb.RESUME)
    assert room.watch(1) == []


def test_nothing_is_heard_after_it_hurts_and_its_end_is_silent() -> None:
    room = Room()
    room.watch_until(Stage.EXERCISE)
    room.watch(3)
    room.drive(SessionVerb.HURTS)
    assert room.watch(20) == []
    before = len(room.ears.heard)
    room.drive(SessionVerb.HURTS, Discomfort.SHARP)
    room.sounder.heed(None)
    assert room.ears.heard[before:] == []


def test_the_end_sounds_once_and_the_next_session_begins_anew() -> None:
    room = Room()
    room.watch(0.1)
    room.watch_until(Stage.END)
    room.sounder.heed(None)
    room.sounder.heed(None)
    assert room.ears.heard.count("end") == 1
    assert room.ears.heard[-1] == "end"
    room.session, room.t = guided.begin(routine(), 0.0, 1e9), 0.0
    assert room.watch(0.2) == ["begin"]


def test_a_break_put_off_from_its_first_card_ends_in_silence() -> None:
    room = Room()
    room.watch(1)
    room.sounder.heed(None)
    assert room.ears.heard == ["begin"]


def test_a_meeting_in_the_session_only_silences_it() -> None:
    room = Room()
    room.watch_until(Stage.EXERCISE)
    room.quiet = True
    assert room.watch(8) == []
    room.quiet = False
    assert room.watch(2) == ["phase"]


def test_off_is_off_from_the_next_phase_on() -> None:
    room = Room(mode="off")
    assert room.watch(20) == []
    room.mode = "chime"
    assert "phase" in room.watch(20)


def test_the_voice_says_the_few_words_of_each_phase() -> None:
    room = Room(mode="voice")
    assert room.watch(0.2)[0].startswith('"Get ready.')
    heard = room.watch_until(Stage.EXERCISE)
    heard += room.watch(7.9)
    assert heard[-4:] == ['"Hands up"', '"Up"', '"Down"', '"Up"']


def test_a_card_is_said_with_its_sentence_and_another_direction_by_name() -> None:
    room = Room(mode="voice")
    heard = room.watch(0.1) + room.watch_until(Stage.END)
    assert any(words.startswith('"Next: ') for words in heard)
    assert any(words.endswith(': now forward."') for words in heard)
    room.sounder.heed(None)
    assert room.ears.heard[-1] == '"The break is over"'


def test_a_phase_without_words_of_its_own_is_said_by_its_sentence_once() -> None:
    room = Room()
    room.watch_until(Stage.EXERCISE)
    view = room.view()
    before = _with(view, cue="", instruction="Breathe in.", rep=1)
    same = _with(before, rep=2)
    assert cue(before, same) == Cue(Tone.PHASE, "")
    other = _with(before, rep=2, instruction="Turn.")
    assert cue(before, other) == Cue(Tone.PHASE, "Turn.")


def test_another_pace_is_no_phase() -> None:
    room = Room()
    room.watch_until(Stage.EXERCISE)
    room.watch(1)
    view = room.view()
    slower = _with(view, pace=0.75, phase_left_s=view.phase_left_s / 0.75)
    assert cue(view, slower) is None
    assert cue(view, _with(view, phase_left_s=view.phase_left_s + 1)) is not None


def test_nothing_that_never_began_is_ended() -> None:
    assert last_cue(None, "Over") is None


def _with(view: SessionView, **values: object) -> SessionView:
    fields = {name: getattr(view, name) for name in view.__dataclass_fields__} | values
    return SessionView(**fields)
