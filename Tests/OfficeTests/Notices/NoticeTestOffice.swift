// The test office whose citizens gave an address, and what lies in its outbox.

import Engine
import Ledger
import Mail
import ProcessModel
import Synchronization
import Testing
import WorkTime

@testable import Office

extension DossierTestOffice {
    static let address = "hu.cau@example.com"

    /// Takes in a dossier of somebody who gave an address.
    func receiveWithAddress(
        process: String = "KS-01", _ change: (inout Dossiers.Intake) -> Void = { _ in }
    ) async throws -> String {
        try await receive {
            $0.process = .init(process)
            $0.applicant.email = Self.address
            change(&$0)
        }
    }

    /// Kinds of what waits in the outbox, in order.
    func notices() async throws -> [Notices.Kind] {
        try await noticeRows().map { row in
            let kind = try row.text("kind").dropFirst(Notices.family.count)
            return try #require(Notices.Kind(rawValue: String(kind)))
        }
    }

    func noticeRows() async throws -> [SQLRow] {
        try await desk.read { try $0.rows("SELECT * FROM outboxMessage ORDER BY position") }
    }

    func noticeIDs() async throws -> [String] { try await noticeRows().map { try $0.text("id") } }

    func noticePage(as person: PersonID = "quantri") async throws -> Notices.Page {
        let viewer = try await viewer(person)
        return try await desk.read { try $0.noticePage(for: viewer) }
    }

    static func post(site: String?) throws -> Notices.Post {
        Notices.Post(
            sender: try #require(MailSender("Một cửa <mot-cua@ubnd.example>")), site: site)
    }

    /// Delivers with a carrier that notes what it was given.
    @discardableResult
    func deliver(
        to box: NoticeTestBox, as node: String = "node/a",
        site: String? = "https://mot-cua.example"
    ) async throws -> Notices.Delivered {
        let post = try Self.post(site: site)
        return try await house.deliverNotices(as: node, from: post) { await box.take($0) }
    }
}

/// A carrier that answers as it is told.
final class NoticeTestBox: Sendable {
    private let taken = Mutex<[MailMessage]>([])
    private let outcomes: Mutex<[MailOutcome]>
    private let usual: MailOutcome

    /// - Parameter outcomes: Of the first mails; afterwards it is `usual`.
    init(_ outcomes: [MailOutcome] = [], usual: MailOutcome = .accepted) {
        self.outcomes = Mutex(outcomes)
        self.usual = usual
    }

    var mails: [MailMessage] { taken.withLock { $0 } }

    func take(_ mail: MailMessage) async -> MailOutcome {
        taken.withLock { $0.append(mail) }
        return outcomes.withLock { $0.isEmpty ? usual : $0.removeFirst() }
    }
}
