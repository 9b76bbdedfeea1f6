// Apologies: who will not get the result on the day that was promised is told before, with an
// apology, the reason and a new day (NĐ 61/2018 Đ19k9; the form of TT 01/2018/TT-VPCP or of
// TT 03/2025/TT-VPCP).
//
// Start here. The outlook of an open dossier is reckoned from the time that its next steps may
// take. /apologies lists those that will not make their appointment; a leader of the office signs
// the apology, once for a dossier. It is an entry `dossier.apologised` of the dossier. The clocks
// stay as they are: a new day is a promise, it makes nothing less late.
// - ApologyRules: when and by whom.  ApologyOutlook: the forecast.
// - ApologyQueries, ApologyPages, ApologyViews: the list, the form, the paper.
// - ApologyQuality and what begins so: how many of the late it had warned of, from the ledger.

import WorkTime

/// Namespace of the feature.
public enum Apologies {
    /// What was told to the citizen.
    public struct Apology: Hashable, Sendable, Codable {
        public var at: LocalMinute
        public var reason: String
        /// The appointment that cannot be kept.
        public var before: LocalMinute
        /// When the result will be there.
        public var newAppointment: LocalMinute
        /// Who signed, for the paper.
        public var signer: String
        public var signerTitle: String

        /// The law wants it a day before the appointment at the latest.
        public var isLate: Bool { at.day >= before.day }
    }
}
