// The search of the register: what is found by which words, by whom, and on which way.

import Engine
import Ledger
import ProcessModel
import TestStores
import Testing
import WorkTime

@testable import Office

@Suite struct `The search of the register` {
    /// Codes found by a search, asked on both ways: by words and along the register.
    private func found(
        _ search: String, as person: PersonID = "chi", in office: DossierTestOffice
    ) async throws -> [String] {
        var filter = Dossiers.Filter()
        filter.search = search
        let byWords = try await office.register(filter, as: person).map(\.code)
        let walked = try await office.register(filter, as: person, rareMaximum: 0).map(\.code)
        #expect(byWords == walked, "\(search)")
        return byWords
    }

    @Test(
        arguments: [
            ("Khuê", true), ("KHUE", true), ("khu", true), ("k", true), ("hue", false),
            ("Lý Khuê", true), ("khue ly", true), ("khue lyy", false), ("0988 777", true),
            ("0988", true), ("777", true), ("988", false), ("PA-170703-0001", true),
            ("pa-1707", true), ("PA170703", true), ("170703", false), ("0001", false),
            ("chung thuc", true), ("chứng khuê", true), ("khue chung thuc 0988 pa-17", true),
            ("chung thuc xa", false), ("khue chung thuc khac", false), ("khuê (lý)", true),
            ("k% l_", true), ("%", true), ("", true), ("khuê khuê", true),
        ] as [(String, Bool)])
    func `finds by how words begin`(_ search: String, _ isFound: Bool) async throws {
        try await DossierTestOffice.run { office in
            let code = try await office.receive {
                $0.applicant.name = "Lý Minh Khuê"
                $0.applicant.phone = "0988 777 666"
                $0.process = "CT-02"
            }
            for _ in 0..<2 {
                _ = try await office.receive {
                    $0.applicant.name = "Đỗ Ước"
                    $0.applicant.phone = "0900 111 222"
                    $0.process = "CT-02"
                }
            }
            let title = try await office.state(code).registration.title
            try #require(Folding.words(title).starts(with: ["chung", "thuc"]))
            #expect(try await found(search, in: office).contains(code) == isFound)
        }
    }

    @Test func `a word of a title that is also a name leads to both`() async throws {
        try await DossierTestOffice.run { office in
            let named = try await office.receive {
                $0.applicant.name = "Lê Chứng"
                $0.process = "KS-01"
            }
            let titled = try await office.receive {
                $0.applicant.name = "Đỗ Thực"
                $0.process = "CT-02"
            }
            #expect(try await found("chung", in: office) == [titled, named])
            #expect(try await found("le chung", in: office) == [named])
            #expect(try await found("do chung", in: office) == [titled])
            #expect(try await found("chung thuc", in: office) == [titled])
        }
    }

    @Test func `words hidden from a person lead nowhere`() async throws {
        try await DossierTestOffice.run { office in
            let code = try await office.receive { $0.applicant.name = "Lý Khuê" }
            #expect(try await found("khue", as: "anh", in: office) == [code])
            for person: PersonID in ["ha", "la", "giang"] {
                #expect(try await found("khue", as: person, in: office).isEmpty, "\(person)")
            }
            try await office.advance(code)
            #expect(try await found("khue", as: "ha", in: office) == [code])
            #expect(try await found("khue", as: "la", in: office).isEmpty)
        }
    }

    /// A dossier that went to a unit of another office is found there by that unit and by who
    /// leads that office, not by its counter.
    @Test func `a guest is found where it was`() async throws {
        try await DossierTestOffice.run { office in
            var codes: [String] = []
            for _ in 0..<3 {
                office.sources.set(office.now + 5)
                codes.append(try await office.receive { $0.applicant.name = "Lý Khuê" })
                office.sources.set(office.now + 5)
                codes.append(
                    try await office.receive(by: "la") {
                        $0.office = "r"
                        $0.process = "CT-02"
                        $0.applicant.name = "Lê Khuê"
                    })
            }
            let guest = codes[2]
            try await office.visit("r.mc", guest)
            for search in ["", "khue", "ly khue"] {
                let own = search == "ly khue" ? [] : [codes[5], codes[3], codes[1]]
                let expected = (own + [guest]).sorted {
                    codes.firstIndex(of: $0) ?? 0 > codes.firstIndex(of: $1) ?? 0
                }
                #expect(try await found(search, as: "giang", in: office) == expected)
                #expect(try await found(search, as: "la", in: office) == expected)
                #expect(
                    try await found(search, as: "anh", in: office)
                        == (search == "ly khue" || search == "khue" || search.isEmpty
                            ? [codes[4], codes[2], codes[0]] : []))
            }
            let (viewer, now) = (try await office.viewer("giang"), office.now)
            let page = try await office.desk.read { try $0.register(.init(), for: viewer, at: now) }
            #expect(page.count == 4)
        }
    }

    @Test func `what ended leaves the lists of what is open`() async throws {
        try await DossierTestOffice.run { office in
            let (open, ended) = (try await office.receive(), try await office.receive())
            try await office.act(.close(.withdrawn, reason: "x"), on: ended, by: "chi")
            var filter = Dossiers.Filter()
            filter.state = .open
            #expect(try await office.register(filter, as: "chi").map(\.code) == [open])
            let wrong = try await office.number(
                """
                SELECT count(*) AS n FROM dossierUnit u JOIN dossier d ON d.code = u.dossier
                WHERE (u.isOpen = 1) <> (d.endedDay IS NULL) OR u.receivedAt <> d.receivedAt
                """)
            #expect(wrong == 0)
        }
    }

    @Test func `dossiers of an earlier release get their words when the office opens`()
        async throws
    {
        try await DossierTestOffice.run { office in
            for name in ["Lý Khuê", "Đỗ (Ước)", "Nguyễn Văn-An"] {
                try await office.receive { $0.applicant.name = name }
            }
            let code = try await office.receive(by: "la") {
                $0.office = "r"
                $0.process = "CT-02"
            }
            try await office.visit("p.tp", code)
            let lived = try await office.dumpOfReadTables()
            try await office.makeOld()
            #expect(try await office.dumpOfReadTables() != lived)
            let chunks = try await office.number(
                "SELECT count(*) AS n FROM dossier WHERE folded >= '!'")
            #expect(chunks == 4)
            try await office.desk.prepare()
            let filled = try await office.dumpOfReadTables()
            for table in DossierTestOffice.readTables {
                #expect(filled[table] == lived[table], "\(table)")
            }
        }
    }
}

@Suite struct `The way to a page of the register` {
    /// SQLite says how it goes: never through a whole table, and the newest page needs no sorting.
    @Test func `is an index for every list without words`() async throws {
        guard try StoreFactory.chosen.description == "SQLite" else { return }
        try await DossierTestOffice.run { office in
            try await office.receive()
            let (viewer, now) = (try await office.viewer("anh"), office.now)
            for state in [nil] + Dossiers.Filter.State.allCases.map(Optional.some) {
                var filter = Dossiers.Filter()
                filter.state = state
                filter.after = "25000000~PA"
                let asked = filter
                let steps = try await office.desk.read { reading in
                    let organisation = try reading.organisation()
                    let walks = Dossiers.Walk.all(asked, for: viewer, organisation, at: now)
                    let key = try WorkKey("25000000~PA~0")
                    let pages = walks.map { $0.page(after: key, since: nil) } + walks.map(\.codes)
                    return try pages.flatMap { page in
                        try reading.rows("EXPLAIN QUERY PLAN " + page.sql, page.arguments)
                            .map { try $0.text("detail") }
                    }
                }
                #expect(!steps.isEmpty)
                for step in steps {
                    #expect(step.hasPrefix("SEARCH"), "\(step)")
                    if state == .open || state == .overdue, step.hasPrefix("SEARCH u") {
                        #expect(step.contains("dossierUnitOpen"), "\(step)")
                    }
                }
            }
        }
    }

    @Test func `begins with the words when they are rare`() async throws {
        guard try StoreFactory.chosen.description == "SQLite" else { return }
        try await DossierTestOffice.run { office in
            try await office.receive { $0.applicant.name = "Lý Khuê" }
            let (viewer, now) = (try await office.viewer("anh"), office.now)
            var filter = Dossiers.Filter()
            filter.search = "ly khue"
            let asked = filter
            let steps = try await office.desk.read { reading in
                let words = try #require(
                    try reading.rareWords(
                        asked.words, for: viewer, reading.organisation(), 2_000))
                #expect(words.count == 1)
                let query = Dossiers.Candidates(words, asked, for: viewer, at: now).page(after: nil)
                return try reading.rows("EXPLAIN QUERY PLAN " + query.sql, query.arguments)
                    .map { try $0.text("detail") }
            }
            #expect(steps.contains { $0.hasPrefix("SEARCH w USING PRIMARY KEY") }, "\(steps)")
            #expect(!steps.contains { $0.contains("SCAN d") }, "\(steps)")
        }
    }

    @Test func `counts stop at their maximum, also over several units`() async throws {
        try await DossierTestOffice.run { office in
            let count = Dossiers.registerCountMaximum + 5
            _ = try await office.desk.store.write { transaction in
                for number in 0..<count {
                    try DossierBulk.insert("X\(number)", office: "p", at: number, in: transaction)
                }
            }
            for person: PersonID in ["anh", "chi"] {
                let (viewer, now) = (try await office.viewer(person), office.now)
                let page = try await office.desk.read {
                    try $0.register(.init(), for: viewer, at: now)
                }
                #expect(page.count == Dossiers.registerCountMaximum)
                #expect(page.rows.first?.code == "X\(count - 1)")
            }
            let all = try await office.register(as: "anh").map(\.code)
            #expect(all.count == count)
        }
    }
}

/// Rows of the register without a ledger behind them.
enum DossierBulk {
    static func insert(
        _ code: String, office: UnitID, at minute: Int, in transaction: any LedgerTransaction
    ) throws {
        try transaction.execute(
            """
            INSERT INTO dossier (code, office, process, issue, title, field, channel, status,
                receivedAt, receivedDay, due, paused, endedAt, endedDay, class, indexMinutes,
                focalPoint, holder, step, applicant, folded)
            VALUES (?, ?, 'P', 1, '', '', 'counter', 'processing', ?, 0, NULL, 0, NULL, NULL,
                NULL, NULL, '', '', '', '', '')
            """,
            [.text(code), .text(office.rawValue), SQLValue(minute)])
        try transaction.execute(
            """
            INSERT INTO dossierUnit (unit, dossier, receivedAt, isOpen, isGuest)
            VALUES (?, ?, ?, 1, 0)
            """, [.text(office.rawValue), .text(code), SQLValue(minute)])
    }
}

extension DossierTestOffice {
    /// As if a step had brought the dossier to a unit.
    fileprivate func visit(_ unit: UnitID, _ code: String) async throws {
        let office = try await state(code).registration.office
        let memory = desk.memory
        _ = try await desk.store.write { transaction in
            let reading = DeskReading(reader: transaction, memory: memory, zone: .indochina)
            try DossierSight(transaction: transaction, organisation: try reading.organisation())
                .add(unit, to: code, receivedBy: office)
        }
    }

    /// Rows as the release before wrote them and as its migration leaves them.
    fileprivate func makeOld() async throws {
        let codes = try await desk.read {
            try $0.rows("SELECT code FROM dossier").map { try $0.text("code") }
        }
        for code in codes {
            let record = try await record(code, as: code.hasPrefix("PB") ? "la" : "chi")
            let phone = record.applicant?.phone ?? ""
            let name = record.applicant?.name ?? ""
            let text = Folding.fold("\(code) \(name) \(phone) \(record.registration.title)")
            _ = try await desk.store.write {
                try $0.execute(
                    "UPDATE dossier SET folded = ? WHERE code = ?", [.text(text), .text(code)])
            }
        }
        _ = try await desk.store.write { transaction in
            try transaction.execute("DELETE FROM dossierWord")
            try transaction.execute("UPDATE dossierUnit SET isGuest = 0")
        }
    }
}
