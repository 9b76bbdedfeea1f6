"""What every page must pass, whoever looks at it."""

from axe_playwright_python.sync_playwright import Axe

WIDTHS = {1280: 900, 390: 844}
"""Widths at which pages are checked, a desk and a telephone, with their heights."""


def accessibility_flaws(page):
    """One line for each place that breaks a rule of axe."""
    violations = Axe().run(page).response["violations"]
    return [
        f"{violation['id']}: {violation['help']}: {node['html']}"
        for violation in violations
        for node in violation["nodes"]
    ]


def sideways_flaws(page):
    """Names what makes the page wider than the window."""
    return page.evaluate(
        """() => {
            const width = document.documentElement.clientWidth;
            if (document.documentElement.scrollWidth <= width) return [];
            const wide = [...document.body.querySelectorAll('*')]
                .filter(element => element.getBoundingClientRect().right > width + 1)
                .map(element => `wider than ${width} px: ${element.outerHTML.slice(0, 120)}`);
            return wide.length ? wide.slice(0, 5) : [`the page is wider than ${width} px`];
        }"""
    )
