"""What the stories stand on: a served office, its mail, a browser, and the checks of a page."""
