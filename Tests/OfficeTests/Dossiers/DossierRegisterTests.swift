// The register: every filter against asking dossier by dossier, pages that lose nothing, and
// addresses that mean what they say.

import Engine
import HTML
import HTTPTypes
import Ledger
import ProcessModel
import Testing
import WorkTime

@testable import Office

/// What the register should know of a dossier, asked of its state.
private struct Known {
    let registration: Dossiers.Registration
    let applicant: Dossiers.Applicant
    let ended: DayNumber?
    let timeliness: Timeliness?
    let due: LocalMinute?
    let isPaused: Bool

    func fits(_ filter: Dossiers.Filter, now: LocalMinute) -> Bool {
        let day = registration.receivedAt.day
        let asked = filter.timeliness != nil || filter.state == .resolved ? ended : day
        if let from = filter.from, asked.map({ $0 < from }) ?? true { return false }
        if let through = filter.through, asked.map({ $0 > through }) ?? true { return false }
        if let office = filter.office, registration.office.rawValue != office { return false }
        if let code = filter.process, registration.process.rawValue != code { return false }
        if let field = filter.field, registration.field != field { return false }
        if let channel = filter.channel, registration.channel != channel { return false }
        if let wanted = filter.timeliness, timeliness != wanted { return false }
        switch filter.state {
        case .open: if ended != nil { return false }
        case .resolved: if ended == nil { return false }
        case .overdue:
            guard ended == nil, !isPaused, let due, due.day < now.day else { return false }
        case nil: break
        }
        let told = [registration.code, applicant.name, applicant.phone, registration.title]
            .flatMap(Folding.words)
        return Folding.words(filter.search).allSatisfy { word in
            told.contains { $0.hasPrefix(word) }
        }
    }
}

@Suite struct `The register` {
    static let names = ["Đặng Thị Hư Cấu", "Lý Văn Tưởng Tượng", "Ngô Ảo", "Ỷ Giả Định"]

    /// Dossiers of many days, procedures, channels and ends.
    private func fill(_ office: DossierTestOffice, _ count: Int) async throws {
        var chance = DossierTestChance(seed: 17)
        try await office.publish(DossierExtraSamples.withinTotal("NH-05", total: nil))
        for number in 0..<count {
            let day = try #require(DayNumber("2017-07-03")) + number / 3
            guard try WorkCalendar.vietnam.isWorkingDay(day) else { continue }
            office.sources.set(LocalMinute(startOf: day) + 500 + chance.below(400))
            let isOther = chance.below(5) == 0
            let code = try await office.receive(by: isOther ? "la" : "chi") {
                $0.office = isOther ? "r" : "p"
                $0.process = isOther ? "CT-02" : chance.pick(["KS-01", "CT-02", "NH-05"])
                $0.channel = chance.pick(Dossiers.Channel.allCases)
                $0.applicant.name = chance.pick(Self.names)
            }
            switch chance.below(5) {
            case 0:
                try await office.act(.askDuty(1, reason: "x"), on: code, by: isOther ? "la" : "chi")
            case 1:
                try await office.act(
                    .close(.withdrawn, reason: "x"), on: code, by: isOther ? "la" : "chi")
            case 2:
                // To the end; in the ward B the chair signs.
                office.sources.set(office.now + chance.below(4) * 1_440)
                while try await office.state(code).instance?.isEnded == false {
                    try await office.advance(code)
                }
            default: break
            }
        }
    }

    private func known(_ office: DossierTestOffice) async throws -> [Known] {
        let codes = try await office.desk.read {
            try $0.rows("SELECT code FROM dossier").map { try $0.text("code") }
        }
        var known: [Known] = []
        for code in codes {
            let person: PersonID = code.hasPrefix("PB") ? "la" : "anh"
            let record = try await office.record(code, as: person)
            known.append(
                Known(
                    registration: record.registration,
                    applicant: try #require(record.applicant), ended: record.endedAt?.day,
                    timeliness: record.clock?.timeliness,
                    due: record.clock?.dueAt ?? record.clock?.dueBeforeStop,
                    isPaused: record.status == .awaitingDuty))
        }
        return known
    }

    private func anyFilter(_ chance: inout DossierTestChance) -> Dossiers.Filter {
        var filter = Dossiers.Filter()
        func maybe(_ chance: inout DossierTestChance) -> Bool { chance.below(3) == 0 }
        let start = DayNumber("2017-07-01") ?? DayNumber(rawValue: 0)
        if maybe(&chance) {
            filter.search = chance.pick([
                "hu cau", "HƯ CẤU", "tuong", "0912 345", "khai sinh", "CT-02", "PA-1707", "a o",
                "khong co ai", "chung thuc", "gia dinh y",
            ])
        }
        if maybe(&chance) { filter.office = chance.pick(["p", "r", "x"]) }
        if maybe(&chance) { filter.process = chance.pick(["KS-01", "CT-02", "NH-05", "X"]) }
        if maybe(&chance) { filter.field = chance.pick(["Hộ tịch", "Đất đai"]) }
        if maybe(&chance) { filter.channel = chance.pick(Dossiers.Channel.allCases) }
        if maybe(&chance) { filter.from = start + chance.below(40) }
        if maybe(&chance) { filter.through = start + chance.below(40) }
        if maybe(&chance) { filter.timeliness = chance.pick(Timeliness.allCases) }
        if maybe(&chance) { filter.state = chance.pick(Dossiers.Filter.State.allCases) }
        return filter
    }

    @Test func `two hundred filters find what asking each dossier finds`() async throws {
        try await DossierTestOffice.run { office in
            try await fill(office, 90)
            try office.set("2017-08-07T09:00")
            let known = try await known(office)
            #expect(known.count > 50)
            var chance = DossierTestChance(seed: 4)
            var found = 0
            for _ in 0..<200 {
                let filter = anyFilter(&chance)
                for (person, office_) in [("anh", "p"), ("la", "r")] as [(PersonID, UnitID)] {
                    let rows = try await office.register(filter, as: person).map(\.code)
                    let expected = known.filter {
                        $0.registration.office == office_ && $0.fits(filter, now: office.now)
                    }.map(\.registration.code)
                    #expect(Set(rows) == Set(expected), "\(filter)")
                    #expect(rows.count == Set(rows).count)
                    found += rows.count
                    let walked = try await office.register(filter, as: person, rareMaximum: 0)
                    #expect(walked.map(\.code) == rows, "\(filter)")
                }
            }
            #expect(found > 500, "the filters are not all empty")
        }
    }

    @Test func `pages go on although new dossiers come in between`() async throws {
        try await DossierTestOffice.run { office in
            var codes: [String] = []
            for _ in 0..<60 { codes.append(try await office.receive()) }
            let (viewer, now) = (try await office.viewer("chi"), office.now)
            let first = try await office.desk.read {
                try $0.register(.init(), for: viewer, at: now)
            }
            #expect(first.rows.count == 50)
            #expect(first.count == 60)
            office.sources.set(office.now + 1)
            for _ in 0..<5 { try await office.receive() }
            var filter = Dossiers.Filter()
            filter.after = first.next
            let rest = try await office.register(filter, as: "chi")
            #expect(first.rows.map(\.code) + rest.map(\.code) == codes.reversed())
        }
    }

    @Test(arguments: [
        "x", "~", "1", "1~", "a~b", "1~2~3", "99999999999999999999~PA", "", "~~~", "\u{0}~x",
    ])
    func `a key that is none is refused or begins anew, and is no incident`(
        _ key: String
    ) async throws {
        try await DossierTestOffice.run { office in
            try await office.receive()
            let address = "/dossiers?after=\(DossierTestOffice.encoded(key))"
            let answer = try await office.open(address, as: "chi", wantsJSON: true)
            #expect([.ok, .notFound].contains(answer.status), "\(answer.status)")
        }
    }

    @Test func `an address of any filter means that filter again`() throws {
        var chance = DossierTestChance(seed: 23)
        let texts = [
            "Đất đai + xây dựng", "a&b=c", "100%", "#1?x", "“ngoặc”", "<b>", "a  b", "ễ", "%2B",
            "q;r", "đ\u{301}",
        ]
        for _ in 0..<300 {
            var filter = anyFilter(&chance)
            if chance.below(2) == 0 { filter.field = chance.pick(texts) }
            if chance.below(2) == 0 { filter.search = chance.pick(texts) }
            if chance.below(3) == 0 { filter.process = chance.pick(texts) }
            let query = filter.link.text.split(separator: "?", maxSplits: 1).dropFirst().first
            let form = try Site.Form(urlEncoded: Array((query ?? "").utf8))
            #expect(Dossiers.Filter(query: { form[$0] }) == filter, "\(filter.link.text)")
        }
    }

    @Test func `a field of work with a plus sign is found by its address`() async throws {
        try await DossierTestOffice.run { office in
            var version = DossierExtraSamples.withinTotal("NH-06", total: .workingDays(2))
            version.field = "Nhà + đất"
            try await office.publish(version)
            let code = try await office.receive { $0.process = "NH-06" }
            try await office.receive()
            var filter = Dossiers.Filter()
            filter.field = "Nhà + đất"
            let json = try await office.open(filter.link.text, as: "chi", wantsJSON: true).json()
            let rows = try #require(json["rows"] as? [[String: Any]])
            #expect(rows.map { $0["code"] as? String } == [code])
        }
    }

    @Test(arguments: [
        "/dossiers?q=%FF", "/dossiers?q=%00", "/dossiers?from=2017-13-45", "/dossiers?to=x",
        "/dossiers?channel=fax", "/dossiers?class=sometimes", "/dossiers?state=gone",
        "/dossiers?from=9999-12-31&to=0001-01-01", "/dossiers?office=%27%3B--",
        "/dossiers?q=%25&q=b", "/dossiers?q=%27+OR+1%3D1", "/dossiers?&&&=&=x", "/dossiers?q",
    ])
    func `a strange address is answered and never an incident`(_ path: String) async throws {
        try await DossierTestOffice.run { office in
            try await office.receive()
            for wantsJSON in [false, true] {
                let answer = try await office.open(path, as: "chi", wantsJSON: wantsJSON)
                #expect([.ok, .unprocessableContent].contains(answer.status), "\(answer.status)")
            }
        }
    }

    @Test func `a search longer than any name is answered`() async throws {
        try await DossierTestOffice.run { office in
            try await office.receive()
            for letter in ["a", "ễ", "a%20"] {
                let words = String(repeating: DossierTestOffice.encoded(letter), count: 6_000)
                let path = "/dossiers?q=" + words.replacing("%2520", with: "%20")
                let answer = try await office.open(path, as: "chi", wantsJSON: true)
                #expect(answer.status == .ok, "\(letter): \(answer.status)")
            }
            let long = try await office.open(
                "/dossiers?q=" + String(repeating: "a", count: 60_000), as: "chi",
                wantsJSON: true)
            #expect(long.status == .ok)
        }
    }

    @Test func `an overdue dossier is one whose day is over, not one that waits or ended`()
        async throws
    {
        try await DossierTestOffice.run { office in
            let late = try await office.receive()
            let waiting = try await office.receive()
            try await office.act(.askDuty(1, reason: "x"), on: waiting, by: "chi")
            let ended = try await office.receive()
            try await office.act(.close(.refused, reason: "x"), on: ended, by: "chi")
            var filter = Dossiers.Filter()
            filter.state = .overdue
            // The appointment is Wednesday 5 July: its evening is not late.
            for (moment, codes) in [
                ("2017-07-05T17:31", []), ("2017-07-05T23:59", []), ("2017-07-06T00:00", [late]),
            ] as [(String, [String])] {
                try office.set(moment)
                #expect(try await office.register(filter, as: "chi").map(\.code) == codes)
            }
        }
    }
}
