// Calendars: the house's own working calendar over that of the country, changed by decisions.
//
// Start here. Each decision makes the next issue of one stream, `calendar`; an issue is never
// altered. A dossier is reckoned by the issue in force when it was received, until it takes a newer
// one by an entry of its own that names the decision and the dates before and after. So a change
// never moves a date silently, and what ended stays as it was.
// - CalendarBook: the issues.  CalendarRules, CalendarRefusals: commands, events, refusals.
// - CalendarDesk: announcing; a dossier taking the newest issue.  CalendarQueries: the page.
// - CalendarPages, CalendarViews: /calendar, with what a decision would move before it is made.
// Rounds leads every open dossier to the newest issue, a page a commit.

/// Namespace of the feature.
public enum Calendars {
    static let stream = "calendar"
}
