// Which events of a dossier make a notice, and what is an address.

import Mail
import WorkTime

extension Notices {
    /// What is to be told after a command, in order. Reads only its arguments: the states before
    /// and after it; `before` is nil for one that was just received.
    static func decide(
        after: Dossiers.Dossier, before: Dossiers.Dossier?, version: Int
    ) -> [Notice] {
        var told: [Notice] = []
        func tell(_ kind: Kind, index: Int = 0) {
            told.append(
                Notice(
                    kind: kind, code: after.registration.code, version: version, index: index))
        }
        if before == nil { tell(.received) }
        let asked = before?.supplements.count ?? 0
        for index in after.supplements.indices.dropFirst(asked) {
            tell(.supplement, index: index)
        }
        let moves = after.calendarMoves ?? []
        for index in moves.indices.dropFirst(before?.calendarMoves?.count ?? 0)
        where moves[index].isFelt { tell(.moved, index: index) }
        if after.apology != nil, before?.apology == nil { tell(.apologised) }
        if after.status != before?.status, let kind = Kind(ending: after.status) { tell(kind) }
        return told
    }

    /// The address that a citizen gave; `nil` for what no mail can be sent to.
    static func address(_ text: String) -> MailAddress? { MailAddress(text) }

    /// The same in small letters, for comparing.
    static func plainAddress(_ text: String) -> String? { address(text)?.text.lowercased() }
}

extension Notices.Kind {
    /// `nil` while the office still works on it: each step of it is for the page, not for a mail.
    fileprivate init?(ending status: Dossiers.Status) {
        switch status {
        case .resultReady: self = .ready
        case .returned: self = .returned
        case .refused: self = .refused
        case .withdrawn: self = .withdrawn
        case .stopped: self = .stopped
        case .received, .processing, .awaitingSupplement, .awaitingDuty: return nil
        }
    }
}

extension Dossiers.CalendarMove {
    /// Whether the citizen's appointment is another now. While a dossier waits it has none.
    fileprivate var isFelt: Bool { due != nil && due != before }
}
