// The table of wrong tries against a list kept by hand, over random hours, addresses and nodes.

import Engine
import HTTPTypes
import Ledger
import ProcessModel
import Testing
import WorkTime

@testable import Office

/// What the limits mean, written down plainly: a window begins with its first wrong try.
private struct TryModel {
    private var windows: [String: (count: Int, since: Int64)] = [:]

    private func window(_ subject: String, at now: Int64) -> (count: Int, since: Int64) {
        guard let window = windows[subject], now - window.since < Tracking.windowMilliseconds
        else { return (0, now) }
        return window
    }

    func isRefused(_ code: String?, _ address: String, at now: Int64) -> Bool {
        let isTooMany = window("a/\(address)", at: now).count >= Tracking.addressTriesMaximum
        guard let code else { return isTooMany }
        return isTooMany
            || window("d/\(code)", at: now).count >= Tracking.dossierTriesMaximum
    }

    mutating func note(_ code: String?, _ address: String, at now: Int64) {
        for subject in ["a/\(address)"] + (code.map { ["d/\($0)"] } ?? []) {
            let window = window(subject, at: now)
            windows[subject] = (window.count + 1, window.since)
        }
    }
}

@Suite struct `The table of wrong tries` {
    @Test(arguments: [1, 2_017, 777])
    func `refuses just those whom the list refuses`(_ seed: UInt64) async throws {
        try await DossierTestOffice.run { office in
            var chance = DossierTestChance(seed: seed)
            var model = TryModel()
            let nodes = [office, try office.node()]
            let known = [try await office.receive(), try await office.receive()]
            var seen: [HTTPResponse.Status: Int] = [:]
            for _ in 0..<220 {
                // Within one day of the machine: another day has another salt.
                office.sources.set(office.now + (chance.below(40) == 0 ? 30 : 0))
                let code = chance.pick(known + ["PA-170703-9999"])
                let digits = chance.pick(["0000", "1111", "5678", ""])
                let address = "192.0.2.\(chance.below(4))"
                let now = office.sources.now.milliseconds
                let tried = digits.isEmpty ? nil : code
                let expected: HTTPResponse.Status
                if model.isRefused(tried, address, at: now) {
                    expected = .tooManyRequests
                } else if known.contains(code), digits.isEmpty || digits == "5678" {
                    expected = .ok
                } else {
                    expected = .notFound
                    model.note(tried, address, at: now)
                }
                let answer = try await chance.pick(nodes).track(code, digits, from: address)
                #expect(answer.status == expected, "\(code) \(digits) \(address)")
                seen[answer.status, default: 0] += 1
            }
            #expect(seen.count == 3, "\(seen)")
        }
    }

    @Test func `counts what two nodes note at the same moment`() async throws {
        try await DossierTestOffice.run { office in
            let now = office.sources.now
            let subjects = Tracking.Subjects(
                try Tracking.question(code: "PA-1", digits: "0000"), from: "a", salt: "s")
            let (store, other) = (office.desk.store, try office.node().desk.store)
            _ = try await `Guessing digits`.atOnce(30) { number in
                try await (number.isMultiple(of: 2) ? store : other).write {
                    try Tracking.noteTry(subjects, at: now, in: $0)
                }
                return .ok
            }
            let tries = try await office.desk.read { reading in
                try subjects.all.map {
                    try Tracking.tries(of: $0, at: now, in: reading.reader).count
                }
            }
            #expect(tries == [30, 30])
        }
    }

    @Test func `a window is over an hour after its first try, whatever came later`() async throws {
        try await DossierTestOffice.run { office in
            let subjects = Tracking.Subjects(
                Tracking.Question(code: "PA-1"), from: "a", salt: "s")
            let start = office.sources.now
            @Sendable func at(_ minutes: Int64) -> Instant {
                Instant(milliseconds: start.milliseconds + minutes * 60_000)
            }
            for minute: Int64 in [0, 20, 59] {
                try await office.desk.store.write {
                    try Tracking.noteTry(subjects, at: at(minute), in: $0)
                }
            }
            for (minute, count) in [(59, 3), (60, 0), (70, 0)] as [(Int64, Int)] {
                let found = try await office.desk.read {
                    try Tracking.tries(of: subjects.address, at: at(minute), in: $0.reader)
                }
                #expect(found.count == count, "\(minute)")
            }
            try await office.desk.store.write {
                try Tracking.noteTry(subjects, at: at(61), in: $0)
            }
            let again = try await office.desk.read {
                try Tracking.tries(of: subjects.address, at: at(62), in: $0.reader)
            }
            #expect(again.count == 1 && again.since == at(61))
        }
    }

    @Test func `one code is one subject, however it is typed; salts and addresses part them`()
        throws
    {
        func subject(_ code: String, _ address: String, _ salt: String) -> Tracking.Subjects {
            Tracking.Subjects(
                Tracking.Question(code: code, digits: "1234"), from: address, salt: salt)
        }
        #expect(subject("pa-1", "a", "s") == subject(" PA-1 ", "a", "s"))
        #expect(subject("PA-1", "a", "s").dossier == subject("PA-1", "b", "s").dossier)
        #expect(subject("PA-1", "a", "s").address != subject("PA-1", "b", "s").address)
        #expect(subject("PA-1", "a", "s").dossier != subject("PA-1", "a", "t").dossier)
        #expect(subject("PA-1", "PA-1", "s").dossier != subject("PA-1", "PA-1", "s").address)
        #expect(Tracking.Subjects(.init(code: "PA-1"), from: "a", salt: "s").dossier == nil)
    }

    @Test func `a proof is of one code and one day`() {
        let proof = Tracking.proof(of: "PA-1", salt: "s")
        #expect(proof.count == 64)
        #expect(proof != Tracking.proof(of: "PA-2", salt: "s"))
        #expect(proof != Tracking.proof(of: "PA-1", salt: "t"))
    }
}

@Suite struct `Rights on figures of ratings` {
    @Test func `are those of leaders and of who reads figures, as page and as JSON`() async throws {
        try await DossierTestOffice.run { office in
            for command in OrganisationTestState.staffCommands {
                _ = try await office.desk.perform(
                    .people(command), by: nil, at: office.sources.now)
            }
            let readers: Set<PersonID> = ["anh", "so", "giang"]
            for person in ["anh", "binh", "chi", "tam", "ha", "ke", "quan", "so", "quy", "giang"]
                as [PersonID]
            {
                for path in ["/ratings", "/ratings?records=1", "/ratings?period=2017-Q3"] {
                    let page = try await office.open(path, as: person)
                    let expected: HTTPResponse.Status = readers.contains(person) ? .ok : .notFound
                    #expect(page.status == expected, "\(person) \(path)")
                    let json = try await office.open(path, as: person, wantsJSON: true)
                    #expect(json.status == expected, "\(person) \(path)")
                }
                let reports = try await office.open("/reports", as: person)
                #expect(
                    reports.text.contains("href=\"/ratings\"") == readers.contains(person),
                    "\(person)")
            }
        }
    }

    @Test func `a program with the scope read reads them for its person`() async throws {
        try await DossierTestOffice.run { office in
            let leader = try await office.token(of: "anh", .read)
            let clerk = try await office.token(of: "chi", .read)
            #expect(try await office.call(.get, "/ratings", leader).status == .ok)
            #expect(try await office.call(.get, "/ratings", clerk).status == .notFound)
        }
    }
}
