// Random receipts on paper: every one is either refused whole, or is what it would have been if it
// had been entered at once, and the ledger tells the same.

import Engine
import HTTPTypes
import Ledger
import ProcessModel
import Testing
import WorkTime

@testable import Office

@Suite struct `Random receipts that are entered later` {
    private static let processes: [ProcessCode] = ["KS-01", "CT-02", "XN-03"]

    /// What the same receipt promises when it is entered at once.
    private func promise(
        _ process: ProcessCode, at moment: LocalMinute
    ) throws -> LocalMinute? {
        let version = try #require(
            DossierTestSamples.processes.first { $0.code == process })
        return try version.total.map {
            try Deadline.due($0, received: moment, calendar: .vietnam)
        }
    }

    @Test(arguments: [7, 2_017, 61_018] as [UInt64])
    func `begin at their receipt, whatever happens then`(_ seed: UInt64) async throws {
        try await DossierTestOffice.run(at: "2017-07-06T10:00") { office in
            var chance = DossierTestChance(seed: seed)
            var codes: [String] = []
            var refused = 0
            for turn in 0..<40 {
                office.sources.set(office.now + chance.below(30))
                if turn % 4 == 3, !codes.isEmpty {
                    let code = chance.pick(codes)
                    // Ended ones have nothing to go on with.
                    if try await !office.state(code).status.isEnded {
                        try await office.advance(code)
                    }
                    continue
                }
                let process = chance.pick(Self.processes)
                let back = chance.below(4) == 0 ? chance.below(20_000) : chance.below(3_000)
                let moment = office.now + -back
                let before = try await office.sequence()
                do {
                    let code = try await office.receive {
                        $0.process = process
                        $0.late = Dossiers.LateReceipt(receivedAt: moment, reason: "Mất điện")
                    }
                    codes.append(code)
                    let dossier = try await office.state(code)
                    #expect(dossier.registration.receivedAt == moment)
                    #expect(dossier.registration.late?.enteredAt == office.now)
                    #expect(dossier.instance?.startedAt == moment)
                    #expect(
                        try dossier.registration.appointment == promise(process, at: moment))
                } catch is Dossiers.Rejection {
                    refused += 1
                    #expect(try await office.sequence() == before, "refused leaves nothing")
                }
            }
            #expect(codes.count > 12 && refused < 20, "\(codes.count) taken, \(refused) refused")
            #expect(Set(codes).count == codes.count)
            for code in codes {
                let lived = try await office.state(code)
                var told: Dossiers.Dossier?
                for entry in try await office.desk.read({
                    try $0.reader.entries(of: Dossiers.stream(of: code), after: 0)
                }) {
                    told = try Dossiers.Dossier.told(by: entry, after: told, zone: .indochina)
                }
                #expect(told == lived)
                let row = try await office.desk.read {
                    try $0.rows(
                        "SELECT receivedAt, receivedDay, enteredAt FROM dossier WHERE code = ?",
                        [.text(code)]
                    ).first
                }
                let registration = lived.registration
                #expect(try row?.int("receivedAt") == registration.receivedAt.rawValue)
                #expect(try row?.int("receivedDay") == registration.receivedAt.day.number)
                #expect(try row?.optionalInt("enteredAt") == registration.late?.enteredAt.rawValue)
            }
            let replay = try await office.desk.read { try LedgerReplay.run($0) }
            #expect(replay.isClean, "\(replay.findings)")
        }
    }

    @Test func `an entry of an earlier release has no later time, and reads as before`() throws {
        let earlier = try Self.earlier
        #expect(!earlier.rendered.contains("late:"), "the shape is that of before")
        let registration = try EventDecoding.value(Dossiers.Registration.self, from: earlier)
        #expect(registration.late == nil && registration.calendar == nil)
        let again = try EventEncoding.value(of: registration)
        #expect(again.rendered == earlier.rendered)
    }

    /// A registration as it stood in ledgers before receipts could be entered later.
    private static var earlier: PayloadValue {
        get throws {
            let registration = Dossiers.Registration(
                code: "PA-170703-0001", office: "p", process: "KS-01", issue: 1, title: "Khai sinh",
                field: "Hộ tịch", channel: .counter,
                receivedAt: LocalMinute("2017-07-03T09:00") ?? .init(rawValue: 0),
                receivedBy: "chi",
                applicant: PersonalMark(
                    id: "applicant/1", digest: Array(repeating: 7, count: 32)),
                papers: [Dossiers.Paper(name: "Tờ khai", copies: 1)], sets: 1, fee: nil,
                returnWay: .counter, appointment: nil)
            return try EventEncoding.value(of: registration)
        }
    }

    @Test(arguments: HostileText.all)
    func `hostile words in it are refused or shown as the text they are`(
        _ words: String
    ) async throws {
        try await DossierTestOffice.run(at: "2017-07-05T14:00") { office in
            let answer = try await office.post(
                "/counter/KS-01", as: "chi",
                [
                    ("name", "Lê Thị Hư Cấu"), ("paper.0", "1"), ("copies.0", "1"), ("sets", "1"),
                    ("lateDay", "2017-07-04"), ("lateTime", "08:30"), ("lateReason", words),
                    ("latePaper", words),
                ])
            #expect(answer.status == .seeOther)
            for path in ["/dossiers/PA-170704-0001", "/dossiers/PA-170704-0001/receipt"] {
                let page = try await office.open(path, as: "chi")
                #expect(page.status == .ok)
                page.expectSound(words)
            }
            let odd = try await office.post(
                "/counter/KS-01", as: "chi", [("lateDay", words), ("lateTime", words)])
            #expect(odd.status == .unprocessableContent)
            odd.expectSound(words)
        }
    }
}
