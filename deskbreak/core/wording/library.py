"""What the words of the exercise data are called on the screen: shelves, regions, care, muscles.

Cautions are said as a situation of the person's, never as a verdict. Muscles carry the everyday
name beside the Latin one, so that a person and a therapist both know which is meant. A word that
is not known (in an exercise of the person's own) is shown readably as it stands.
"""

from __future__ import annotations

from collections.abc import Mapping

from deskbreak.core.library import NOTHING, OWN, Absence
from deskbreak.core.words import Words


def shelf_name(shelf: str, tr: Words) -> str:
    """Return the heading of a shelf."""
    names = {
        "desk": tr("At the desk"),
        "posture": tr("Posture checks"),
        "warm_up": tr("Warm-up"),
        "lesson": tr("Lesson"),
        "library": tr("More exercises"),
        "cool_down": tr("Cool-down"),
        OWN: tr("Your own"),
    }
    return _named(names, shelf, tr)


def shelf_note(shelf: str, tr: Words) -> str:
    """Return what a shelf is for, in one sentence; "" for an unknown one."""
    notes = {
        "desk": tr("Seated and quiet: what breaks at work are made of."),
        "posture": tr("Half a minute to sit well again."),
        "warm_up": tr("How the home programme begins."),
        "lesson": tr("The middle of the home programme, on a mat."),
        "library": tr("For home, when you want something else."),
        "cool_down": tr("How the home programme ends."),
        OWN: tr("Made or brought in by you."),
    }
    return notes.get(shelf, "")


def region_name(region: str, tr: Words) -> str:
    """Return which part of the body is moved."""
    names = {
        "upper": tr("Shoulders"),
        "trunk": tr("Trunk"),
        "whole_spine": tr("Whole spine"),
        "lower": tr("Hips and legs"),
    }
    return _named(names, region, tr)


def place_name(place: str, tr: Words) -> str:
    """Return where an exercise is done."""
    names = {
        "chair": tr("In the chair"),
        "standing": tr("Standing"),
        "floor": tr("On the floor"),
    }
    return _named(names, place, tr)


def equipment_name(thing: str, tr: Words) -> str:
    """Return what is needed for an exercise."""
    names = {
        NOTHING: tr("Nothing extra"),
        "ball": tr("Exercise ball"),
        "support": tr("Firm support"),
        "mat": tr("Mat"),
        "wall": tr("Wall"),
    }
    return _named(names, thing, tr)


def kind_name(kind: str, tr: Words) -> str:
    """Return what an exercise does, as a word on its card."""
    names = {
        "mobilise": tr("Mobilises"),
        "strengthen": tr("Strengthens"),
        "relax": tr("Relaxes"),
    }
    return _named(names, kind, tr)


def variant_name(variant: str, tr: Words) -> str:
    """Return the name of a form of an exercise; "" is the usual one."""
    names = {"": tr("Usual form"), "neck_free": tr("Neck at rest")}
    return _named(names, variant, tr)


def absence_badge(absence: Absence, tr: Words) -> str:
    """Return the badge of an exercise that routines leave out."""
    return {
        Absence.OFF: tr("Off"),
        Absence.HURT: tr("Off: it hurt"),
        Absence.RESTS: tr("Rests today"),
        Absence.LATER: tr("Later"),
        Absence.NEEDS: tr("Not at hand"),
        Absence.NECK: tr("Uses the neck"),
    }[absence]


def absence_sentence(absence: Absence, tr: Words) -> str:
    """Say why routines leave an exercise out now."""
    return {
        Absence.OFF: tr("You have turned this exercise off, so no routine has it."),
        Absence.HURT: tr(
            "This exercise hurt repeatedly, so no routine has it. Turn it on again only when "
            "it feels right, best after asking a doctor or therapist."
        ),
        Absence.RESTS: tr("This exercise hurt last time. It rests until tomorrow."),
        Absence.LATER: tr("This exercise is not for your present level. It comes in time."),
        Absence.NEEDS: tr(
            "Routines leave it out until you say in Settings that you have what it needs."
        ),
        Absence.NECK: tr("Routines leave it out, because you chose to go easy on your neck."),
    }[absence]


def caution_name(tag: str, tr: Words) -> str:
    """Say in plain words in which situation somebody should take care."""
    names = {
        "abdominal_hernia": tr("a hernia of the belly or groin"),
        "balance_problem": tr("trouble keeping your balance"),
        "disc_problem": tr("a disc problem in your back"),
        "dizziness": tr("dizziness"),
        "eye_condition": tr("an eye condition such as glaucoma"),
        "heart_condition": tr("a heart condition"),
        "hip_replacement": tr("an artificial hip"),
        "hypertension": tr("high blood pressure"),
        "knee_problem": tr("trouble with a knee"),
        "neck_problem": tr("trouble with your neck"),
        "osteoporosis": tr("osteoporosis (thin bones)"),
        "pelvic_floor": tr("a weak pelvic floor"),
        "pregnancy": tr("a pregnancy"),
        "shoulder_injury": tr("an injured shoulder"),
        "shoulder_surgery": tr("a shoulder operation behind you"),
        "wrist_problem": tr("trouble with a wrist"),
    }
    return _readable(names, tag, tr)


def muscle_name(latin: str, tr: Words) -> str:
    """Return a muscle's everyday name with the Latin one, for example "buttocks (…)"."""
    names = {
        "deltoideus": tr("shoulder cap"),
        "erector spinae": tr("long back muscles"),
        "gastrocnemius": tr("calf"),
        "gluteus maximus": tr("buttocks"),
        "gluteus medius": tr("side of the hip"),
        "hamstrings": tr("back of the thighs"),
        "iliopsoas": tr("hip flexors"),
        "intercostales": tr("between the ribs"),
        "latissimus dorsi": tr("broad back muscle"),
        "levator scapulae": tr("from neck to shoulder blade"),
        "multifidus": tr("small muscles along the spine"),
        "obliquus externus abdominis": tr("outer slanting belly muscles"),
        "obliquus internus abdominis": tr("inner slanting belly muscles"),
        "pectoralis major": tr("chest"),
        "quadratus lumborum": tr("side of the lower back"),
        "quadriceps femoris": tr("front of the thighs"),
        "rectus abdominis": tr("straight belly muscle"),
        "rhomboidei": tr("between the shoulder blades"),
        "rotator cuff": tr("deep shoulder muscles"),
        "rotatores": tr("small turning muscles of the spine"),
        "serratus anterior": tr("side of the ribs below the arm"),
        "soleus": tr("deep calf"),
        "tibialis anterior": tr("shin"),
        "transversus abdominis": tr("deep belly muscle"),
        "trapezius": tr("hood muscle of neck and shoulders"),
        "trapezius (pars ascendens)": tr("lower part of the hood muscle"),
        "trapezius (pars descendens)": tr("upper part of the hood muscle"),
    }
    name = names.get(latin)
    return latin if name is None else tr("{name} ({latin})", name=name, latin=latin)


def _named(names: Mapping[str, str], word: str, tr: Words) -> str:
    name = _readable(names, word, tr)
    return name[:1].upper() + name[1:]


def _readable(names: Mapping[str, str], word: str, tr: Words) -> str:
    return names[word] if word in names else tr(word.replace("_", " "))
