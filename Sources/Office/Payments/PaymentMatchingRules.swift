// Which line of a statement pays which fee. Reads only its arguments and writes nothing: a person
// looks at the table and confirms.

import Engine
import WorkTime

extension Payments {
    /// What became of a line.
    public enum Match: String, Hashable, Sendable, Codable, CaseIterable {
        /// It pays a fee that waits, to the đồng.
        case matched
        /// The fee it names is paid: by this line before, or by another one.
        case already
        /// It names a fee that waits, with another amount.
        case wrongAmount
        /// It names no dossier of the office, several, or none that owes anything.
        case unknownCode
        /// Its day or its amount could not be read.
        case unreadable
    }

    /// A line with what became of it.
    public struct MatchedLine: Hashable, Sendable, Encodable {
        public let line: StatementLine
        public let match: Match
        public let dossier: String?
        public let number: Int?
        /// What was asked, where it waits.
        public let asked: Int?
        /// Money came once more for a fee that is paid: perhaps to be given back.
        public let isExtra: Bool
    }

    /// A payment as matching must know it.
    struct Known: Hashable, Sendable {
        let dossier: String
        let number: Int
        let purpose: String
        let amount: Int
        let askedDay: DayNumber
        let state: Payment.State
        let paidDay: DayNumber?
        let reference: String
    }

    /// - Parameters:
    ///   - known: Payments of the office whose purposes stand in the lines.
    ///   - office: Code of the office.
    static func match(
        _ lines: [StatementLine], with known: [Known], office: String, today: DayNumber
    ) -> [MatchedLine] {
        let byPurpose = Dictionary(grouping: known, by: \.purpose)
        // Payments that a line above it pays, or had paid before: no line does so twice.
        var taken: Set<Known> = []
        return lines.map { line in
            guard let day = line.day, let amount = line.amount, day <= today else {
                return result(.unreadable, line)
            }
            let named = purposes(in: line.description, office: office).compactMap { byPurpose[$0] }
            guard named.count == 1, let payments = named.first else {
                return result(.unknownCode, line)
            }
            let same = payments.first { payment in
                payment.paidDay == day && payment.amount == amount && !taken.contains(payment)
                    && [line.reference, ""].contains(payment.reference)
            }
            if let same {
                taken.insert(same)
                return result(.already, line, same)
            }
            if let open = payments.first(where: { $0.state == .open && $0.askedDay <= day }) {
                if taken.contains(open) { return result(.already, line, open, isExtra: true) }
                if open.amount != amount { return result(.wrongAmount, line, open) }
                taken.insert(open)
                return result(.matched, line, open)
            }
            if let paid = payments.last(where: { $0.paidDay != nil }) {
                return result(.already, line, paid, isExtra: true)
            }
            return result(.unknownCode, line)
        }
    }

    private static func result(
        _ match: Match, _ line: StatementLine, _ payment: Known? = nil, isExtra: Bool = false
    ) -> MatchedLine {
        MatchedLine(
            line: line, match: match, dossier: payment?.dossier, number: payment?.number,
            asked: payment.flatMap { $0.state == .open ? $0.amount : nil }, isExtra: isExtra)
    }
}
