// Every number opens its records: the list behind a link holds exactly as many dossiers as the
// number says, for whoever looks, whatever was asked, in whatever state the dossiers are.

import Engine
import HTTPTypes
import Ledger
import ProcessModel
import Testing
import WorkTime

@testable import Office

/// A number of a page that can be opened.
struct ReportOpenedNumber: Sendable, Hashable {
    let address: String
    let number: Int

    /// All links into the register whose words are a number or begin with one after a space.
    static func all(in page: String) -> [ReportOpenedNumber] {
        page.ranges(of: "<a href=\"/dossiers?").compactMap { place in
            let rest = page[place.upperBound...]
            guard let end = rest.firstRange(of: "\""), let open = rest.firstRange(of: ">"),
                let close = rest.firstRange(of: "</a>")
            else { return nil }
            let address = rest[..<end.lowerBound].replacing("&amp;", with: "&")
            let words = rest[open.upperBound..<close.lowerBound]
            let digits = words.split { !($0.isASCII && ($0.isNumber || $0 == ".")) }
                .map { $0.filter(\.isNumber) }
            guard let number = digits.compactMap({ Int($0) }).first else { return nil }
            return ReportOpenedNumber(address: "/dossiers?\(address)", number: number)
        }
    }
}

@Suite struct `Numbers of reports` {
    /// A year of two wards: all channels, all ends, waits, and work that crosses the wards.
    private func fill(_ office: DossierTestOffice) async throws {
        var chance = DossierTestChance(seed: 31)
        try await office.publish(DossierExtraSamples.withinTotal("NH-05", total: nil))
        var plain = DossierExtraSamples.withinTotal("NH-06", total: .workingDays(2))
        plain.field = "Nhà + đất & “khác”"
        try await office.publish(plain)
        for number in 0..<70 {
            let day = try #require(DayNumber("2017-06-20")) + number * 2 / 3
            guard try WorkCalendar.vietnam.isWorkingDay(day) else { continue }
            office.sources.set(LocalMinute(startOf: day) + 490 + chance.below(300))
            let isOther = chance.below(4) == 0
            let person: PersonID = isOther ? "la" : "chi"
            let code = try await office.receive(by: person) {
                $0.office = isOther ? "r" : "p"
                $0.process = isOther ? "CT-02" : chance.pick(["KS-01", "CT-02", "NH-05", "NH-06"])
                $0.channel = chance.pick(Dossiers.Channel.allCases)
            }
            switch chance.below(6) {
            case 0: try await office.act(.askDuty(1, reason: "x"), on: code, by: person)
            case 1: try await office.act(.close(.refused, reason: "x"), on: code, by: person)
            case 2: try await office.advance(code, times: 2)
            case 3, 4:
                office.sources.set(office.now + chance.below(5) * 1_440)
                while try await office.state(code).instance?.isEnded == false {
                    try await office.advance(code)
                }
            default: break
            }
        }
        try office.set("2017-08-09T10:00")
    }

    static let addresses = [
        "/reports", "/reports?period=2017", "/reports?period=2017-07", "/reports?period=2017-H1",
        "/reports?period=2017-Q3", "/reports?from=2017-07-05&to=2017-07-12",
        "/reports?period=2017&channel=online", "/reports?period=2017-Q3&channel=post",
    ]

    @Test func `open exactly their records, whoever looks and whatever is asked`() async throws {
        try await DossierTestOffice.run { office in
            try await fill(office)
            var (opened, largest) = (0, 0)
            for person: PersonID in ["anh", "tam", "la"] {
                for address in Self.addresses {
                    let page = try await office.open(address, as: person)
                    #expect(page.status == .ok, "\(address)")
                    for link in Set(ReportOpenedNumber.all(in: page.text)) {
                        let list = try await office.open(link.address, as: person, wantsJSON: true)
                        let count = try #require(try list.json()["count"] as? Int)
                        #expect(count == link.number, "\(person) \(address): \(link)")
                        opened += 1
                        largest = max(largest, count)
                    }
                }
            }
            #expect(opened > 150 && largest > 20, "\(opened) numbers, the largest \(largest)")
        }
    }

    @Test func `of one office open that office's records`() async throws {
        try await DossierTestOffice.run { office in
            try await fill(office)
            for (person, unit) in [("anh", "p"), ("chi", "p"), ("la", "r")] as [(PersonID, String)]
            {
                let page = try await office.open("/reports?office=\(unit)", as: person)
                let links = Set(ReportOpenedNumber.all(in: page.text))
                #expect(links.count > 5)
                for link in links {
                    #expect(link.address.contains("office=\(unit)"))
                    let list = try await office.open(link.address, as: person, wantsJSON: true)
                    #expect(try list.json()["count"] as? Int == link.number, "\(link)")
                }
            }
        }
    }

    /// A ward's specialist works on a dossier of another ward: the own ward's figures stay its own.
    @Test func `of a ward leave out what only passed through it`() async throws {
        try await DossierTestOffice.run { office in
            var version = DossierExtraSamples.withinTotal("LT-07", total: .workingDays(5))
            version.nodes = version.nodes.map { node in
                guard case .step(var step) = node.kind, node.id == "tham-dinh" else { return node }
                step.performer = .head(of: .code("PA-TP"))
                step.accountable = .head(of: .code("PA-TP"))
                step.substitute = .position("tu-phap", in: .code("PA-TP"))
                step.cooperating = []
                return Node(id: node.id, title: node.title, kind: .step(step))
            }
            try await office.publish(version)
            let code = try await office.receive(by: "la") {
                $0.office = "r"
                $0.process = "LT-07"
            }
            try await office.advance(code, times: 2)
            try await office.receive()
            #expect(try await office.finds(code, as: "anh"), "it passed through the ward")
            let page = try await office.open("/reports", as: "anh")
            let links = Set(ReportOpenedNumber.all(in: page.text))
            #expect(!links.isEmpty)
            for link in links {
                let list = try await office.open(link.address, as: "anh", wantsJSON: true)
                #expect(try list.json()["count"] as? Int == link.number, "\(link)")
            }
        }
    }

    @Test func `of dossiers without a field of work open those and no others`() async throws {
        try await DossierTestOffice.run { office in
            var version = DossierExtraSamples.withinTotal("KX-08", total: .workingDays(5))
            version.field = ""
            try await office.publish(version)
            try await office.receive { $0.process = "KX-08" }
            try await office.receive()
            let page = try await office.open("/reports", as: "anh")
            #expect(page.text.contains("Chưa ghi lĩnh vực"))
            for link in Set(ReportOpenedNumber.all(in: page.text)) {
                let list = try await office.open(link.address, as: "anh", wantsJSON: true)
                #expect(try list.json()["count"] as? Int == link.number, "\(link)")
            }
        }
    }

    /// A field of work that a later draft renames: dossiers keep the field they were received in.
    @Test func `stay those of their records when a later issue changes field and title`()
        async throws
    {
        try await DossierTestOffice.run { office in
            try await office.receive()
            try await office.receive { $0.process = "CT-02" }
            var draft = DossierTestSamples.processes[0]
            draft.issue = 2
            draft.title = "Tên mới chưa ban hành"
            draft.field = "Lĩnh vực mới"
            _ = try await office.desk.perform(
                .processes(.draft(draft)), by: nil, at: office.sources.now)
            let page = try await office.open("/reports", as: "anh")
            #expect(!page.text.contains("Tên mới chưa ban hành"), "a draft names nothing yet")
            for link in Set(ReportOpenedNumber.all(in: page.text)) {
                let list = try await office.open(link.address, as: "anh", wantsJSON: true)
                #expect(try list.json()["count"] as? Int == link.number, "\(link)")
            }
        }
    }

    @Test func `in the newspaper's table open exactly their records`() async throws {
        try await DossierTestOffice.run(at: "2017-06-05T09:00") { office in
            for channel in [Dossiers.Channel.online, .online, .counter] {
                try await office.receive { $0.channel = channel }
            }
            try office.set("2017-07-05T09:00")
            try await office.receive()
            let page = try await office.open("/reports/article", as: "anh")
            let links = ReportOpenedNumber.all(in: page.text)
            #expect(links.contains { $0.number == 3 })
            for link in links {
                let list = try await office.open(link.address, as: "anh", wantsJSON: true)
                #expect(try list.json()["count"] as? Int == link.number, "\(link)")
            }
        }
    }
}
