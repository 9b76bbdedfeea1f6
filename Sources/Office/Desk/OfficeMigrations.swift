// The tables of all features, in the order in which they were added. Never edit one that was
// released: add the next.

import Ledger

public enum OfficeMigrations {
    public static let all: [Migration] =
        LedgerSchema.migrations + StreamState.migrations + People.migrations
        + Processes.migrations + Dossiers.migrations + OfficeSettings.migrations + Reads.migrations
        + Tokens.migrations + Procedures.migrations + Filings.migrations + Tracking.migrations
        + Ratings.migrations + Notices.migrations + Payments.migrations
        + Deliveries.migrations
        + Petitions.migrations + DaySheets.migrations
        + Attachments.migrations + Handovers.migrations + Lateness.migrations
        + Contacts.migrations + Messages.migrations + Privacy.migrations
        + Prefills.migrations
        + Consultations.migrations
}
