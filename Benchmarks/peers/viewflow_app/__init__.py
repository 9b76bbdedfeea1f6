"""viewflow finds a flow only inside an application of Django."""
