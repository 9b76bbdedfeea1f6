"""What the stories stand on: a served office, a browser, and the checks of a page."""
