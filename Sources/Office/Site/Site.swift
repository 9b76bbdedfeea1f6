// Site: everything that all pages share, and the one list of addresses.
//
// Start here. SiteRoutes has every URL; a handler reads the request (SiteForm), asks the Desk or a
// query, and answers (SiteAnswer) as a page (SiteLayout) or as JSON of the same value.
// SiteSession finds the viewer; SiteTexts holds all words of the interface, keyed, Vietnamese
// first; SiteWords writes dates and times left the way people say them.

/// Namespace of the web side.
public enum Site {}
