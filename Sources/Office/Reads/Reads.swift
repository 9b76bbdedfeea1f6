// Reads: who looked at the personal data of a dossier, and when (NĐ 13/2023/NĐ-CP Đ26 asks for a
// record of processing; law 91/2025/QH15 took it over).
//
// Start here. A page that shows personal values notes its reader before it is sent. The log lies
// beside the ledger: it is long, and goes after its time. Repeated looks of one person at one paper
// within ten minutes are one.
// - ReadDesk: noting, also of a file that `roviec proof` writes.  ReadQueries: who may see the log.
// - ReadBookDesk: with each look the reader's unit, and whether it lies outside the own work.
// - ReadBook, ReadBookQueries, ReadBookPages, ReadBookViews: /reads, across all that was looked at.
// - ReadPages, ReadViews: /dossiers/CODE/reads.

import Engine
import WorkTime

/// Namespace of the feature.
public enum Reads {
    /// What was shown.
    public enum Paper: String, Sendable, Hashable, Codable, CaseIterable {
        case page, receipt, slip, form, proof, delivery, attachment, register, message
        /// Values that were filled into a new filing.
        case prefill
        /// The applicant's values, used at the counter for another dossier.
        case copy
        case consultation
        /// Numbers of the applicant, unmasked.
        case numbers
        /// A photo or a signature from the door of a delivery.
        case doorProof
    }

    /// One reader of one paper on one day.
    public struct Row: Sendable, Encodable, Hashable {
        public let name: String
        public let unit: String
        public let paper: Paper
        public let first: LocalMinute
        public let last: LocalMinute
        public let times: Int
    }

    /// Who looked at one dossier, latest first.
    public struct Log: Sendable, Encodable {
        public let code: String
        public let title: String
        public let rows: [Row]
    }

    static let quietMinutes = 10
    /// The log shows the latest.
    static let rowMaximum = 200
}
