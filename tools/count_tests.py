"""Prints the sum of several test reports (JUnit XML) as one plain line.

A report that is not there counts for nothing: a run that failed early wrote none.
"""

from __future__ import annotations

import sys
from pathlib import Path
from xml.etree import ElementTree as ET


def counted(report: Path) -> tuple[int, int, int]:
    """Return how many tests of a report passed, failed and were skipped."""
    total = failed = skipped = 0
    for suite in ET.fromstring(report.read_text("utf-8")).iter("testsuite"):  # noqa: S314 - our own
        total += int(suite.get("tests", "0"))
        failed += int(suite.get("failures", "0")) + int(suite.get("errors", "0"))
        skipped += int(suite.get("skipped", "0"))
    return total - failed - skipped, failed, skipped


def main(reports: list[str]) -> int:
    """Print the sum; end with 1 when a test failed or none passed."""
    sums = [counted(report) for report in map(Path, reports) if report.exists()]
    passed, failed, skipped = (sum(column) for column in zip((0, 0, 0), *sums, strict=True))
    print(f"{passed} passed, {failed} failed, {skipped} skipped")
    return 1 if failed or not passed else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
