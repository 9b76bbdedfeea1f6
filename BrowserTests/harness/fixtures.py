"""Fixtures of the stories: one browser and one served office for all, visitors for each."""

import pytest

from harness import mail
from harness.browser import chromium
from harness.office import demo_office
from harness.visitor import Visitor


@pytest.fixture(scope="session")
def browser():
    with chromium() as browser:
        yield browser


@pytest.fixture(scope="session")
def mailbox():
    """What the offices mail, to be read by its recipient: take an address of your story's own."""
    with mail.mailbox() as box:
        yield box


@pytest.fixture(scope="session")
def office(tmp_path_factory, mailbox):
    """Address of a served demo office. Stories share it: look for your own records only."""
    with demo_office(tmp_path_factory.mktemp("demo"), mailbox) as address:
        yield address


@pytest.fixture
def visit(browser, office):
    """`visit(script=False, width=390)` opens a window; all close with the story."""
    visitors = []

    def open_window(script=True, width=1280):
        visitors.append(Visitor(browser, office, script, width))
        return visitors[-1]

    yield open_window
    for visitor in visitors:
        visitor.leave()


@pytest.fixture
def visit_alone(browser, mailbox, tmp_path):
    """Like `visit`, in an office that no other story shares: its clock may be moved on."""
    visitors = []
    with demo_office(tmp_path, mailbox) as address:

        def open_window(script=True, width=1280):
            visitors.append(Visitor(browser, address, script, width))
            return visitors[-1]

        yield open_window
        for visitor in visitors:
            visitor.leave()
