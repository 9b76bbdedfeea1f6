// State rows, settings of the installation, and the chance that the desk is given.

import Engine
import Ledger
import Testing
import WorkTime

@testable import Office

@Suite struct `State rows` {
    private struct Sample: Codable, Hashable {
        var name: String
        var days: [DayNumber]
    }

    @Test func `are read back as they were saved, the newest alone`() async throws {
        try await DossierTestOffice.run { office in
            let samples = (1...3).map {
                Sample(name: "lần \($0)", days: [OrganisationTestState.today + $0])
            }
            for (index, sample) in samples.enumerated() {
                try await office.desk.store.write {
                    try StreamState.save(sample, stream: "x/1", version: index * 5, in: $0)
                }
                let read = try await office.desk.read {
                    try StreamState.load(Sample.self, stream: "x/1", in: $0.reader)
                }
                #expect(read?.state == sample && read?.version == index * 5)
            }
            let missing = try await office.desk.read { reading in
                try StreamState.load(Sample.self, stream: "x/2", in: reading.reader) == nil
            }
            #expect(missing)
        }
    }

    @Test func `of another kind are an error`() async throws {
        try await DossierTestOffice.run { office in
            try await office.desk.store.write {
                try StreamState.save(
                    Sample(name: "a", days: []), stream: "x/1", version: 1, in: $0)
            }
            await #expect(throws: EventDecoding.Flaw.self) {
                try await office.desk.read {
                    try StreamState.load(
                        People.Holding.self, stream: "x/1", in: $0.reader)?.version
                }
            }
        }
    }

    @Test func `that cannot be written leave the row as it was`() async throws {
        try await DossierTestOffice.run { office in
            let good = Sample(name: "a", days: [])
            try await office.desk.store.write {
                try StreamState.save(good, stream: "x/1", version: 1, in: $0)
            }
            await #expect(throws: PayloadError.self) {
                try await office.desk.store.write {
                    try StreamState.save(["$": 1], stream: "x/1", version: 2, in: $0)
                }
            }
            let read = try await office.desk.read {
                try StreamState.load(Sample.self, stream: "x/1", in: $0.reader)
            }
            #expect(read?.state == good)
        }
    }
}

@Suite struct `Settings of the installation` {
    private func read(_ office: DossierTestOffice) async throws -> OfficeSettings {
        try await office.desk.read { try OfficeSettings.read(in: $0.reader) }
    }

    @Test func `a real office has none`() async throws {
        try await DossierTestOffice.run { office in
            let settings = try await read(office)
            #expect(settings.demoStart == nil && settings.demoAccounts.isEmpty)
            let house = try await Site.House.open(desk: office.desk)
            #expect(!house.clock.isDemo && house.clock.now == office.sources.now)
            #expect(house.greeting(address: "http://x").split(separator: "\n").count == 1)
        }
    }

    @Test func `a demo office keeps its start and whom to sign in as`() async throws {
        try await DossierTestOffice.run { office in
            let start = Instant(milliseconds: 1_501_549_200_000)
            let account = Site.DemoAccount(
                account: "an \"mc\"", name: "Người An", position: "Cán bộ", unit: "Một cửa")
            for times in 1...2 {
                let settings = OfficeSettings(
                    demoStart: start, demoAccounts: Array(repeating: account, count: times))
                try await office.desk.store.write { try settings.write(in: $0) }
                let found = try await read(office)
                #expect(found.demoStart == start && found.demoAccounts.count == times)
                #expect(found.demoAccounts[0].account == account.account)
            }
            let house = try await Site.House.open(desk: office.desk)
            #expect(house.clock.isDemo && house.clock.now == start)
            let greeting = house.greeting(address: "http://x")
            #expect(greeting.contains(Site.demoPassword) && greeting.contains("an \"mc\""))
            let page = DossierTestOffice(desk: office.desk, house: house, sources: office.sources)
            let text = try await page.open("/sign-in", as: nil).text
            #expect(text.contains("Người An") && text.contains(Site.demoPassword))
            #expect(text.contains("an &quot;mc&quot;") || text.contains("an \"mc\""))
        }
    }

    @Test func `unknown names are passed over, damaged values are an error`() async throws {
        try await DossierTestOffice.run { office in
            func set(_ name: String, _ value: String) async throws {
                _ = try await office.desk.store.write {
                    try $0.execute(
                        "INSERT INTO setting (name, value) VALUES (?, ?)",
                        [.text(name), .text(value)])
                }
            }
            try await set("moi", "1")
            try await set("demoStart", "hôm qua")
            #expect(try await read(office).demoStart == nil)
            try await set("demoAccounts", "{")
            await #expect(throws: (any Error).self) { try await read(office) }
        }
    }
}

@Suite struct `Secrets` {
    @Test func `are as long as asked, in hexadecimal digits of the bytes given`() {
        let sources = DeskSources(
            now: { Instant(milliseconds: 0) },
            bytes: { (0..<$0).map { UInt8(truncatingIfNeeded: 250 + $0) } })
        #expect(sources.token(bytes: 8) == "fafbfcfdfeff0001")
        #expect(sources.token(bytes: 0).isEmpty)
        #expect(sources.token().count == 32)
    }

    @Test func `of a session are digested, not shortened`() {
        // The example of FIPS 180-2.
        #expect(
            Site.digest(of: "abc")
                == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad")
        #expect(Site.digest(of: "") != Site.digest(of: "\0"))
    }
}
