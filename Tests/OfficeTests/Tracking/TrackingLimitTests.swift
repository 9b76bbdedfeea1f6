// Guessing digits is limited: by dossier, by address, over all nodes of an office.

import Engine
import HTTPTypes
import Hummingbird
import Ledger
import NIOCore
import ProcessModel
import Testing
import WorkTime

@testable import Office

@Suite struct `Guessing digits` {
    private func guess(
        _ office: DossierTestOffice, _ code: String, _ times: Int, from address: String? = nil
    ) async throws -> [HTTPResponse.Status] {
        var statuses: [HTTPResponse.Status] = []
        for number in 0..<times {
            statuses.append(
                try await office.track(
                    code, "000\(number % 10)", from: address ?? "198.51.100.\(number)"
                ).status)
        }
        return statuses
    }

    @Test func `ends after five wrong tries at a dossier, from wherever they come`() async throws {
        try await DossierTestOffice.run { office in
            let code = try await office.receive()
            let statuses = try await guess(office, code, 7)
            #expect(
                statuses == Array(repeating: .notFound, count: 5)
                    + [.tooManyRequests, .tooManyRequests])
            let right = try await office.track(code, "5678", from: "192.0.2.1")
            #expect(right.status == .tooManyRequests, "the right digits are not told apart")
            #expect(right.header("Retry-After") == "3600")
            #expect(try right.code() == "tracking.tooMany")
            let page = try await office.track(code, "5678", from: "192.0.2.1", wantsJSON: false)
            #expect(page.status == .tooManyRequests)
            #expect(page.header("Retry-After") == "3600")
            #expect(page.text.contains("Hãy thử lại sau 60 phút"))
            #expect(!page.text.contains("Đăng ký khai sinh"))
        }
    }

    @Test func `leaves the short answer and other dossiers open`() async throws {
        try await DossierTestOffice.run { office in
            let (code, other) = (try await office.receive(), try await office.receive())
            _ = try await guess(office, code, 6)
            #expect(try await office.track(code, from: "192.0.2.1").status == .ok)
            #expect(try await office.track(other, "5678", from: "192.0.2.1").status == .ok)
        }
    }

    @Test func `ends after twenty wrong tries from one address, at whatever dossiers`()
        async throws
    {
        try await DossierTestOffice.run { office in
            let code = try await office.receive()
            for number in 0..<20 {
                let answer = try await office.track("PA-170703-1\(number)", from: "192.0.2.9")
                #expect(answer.status == .notFound, "\(number)")
            }
            #expect(try await office.track(code, from: "192.0.2.9").status == .tooManyRequests)
            #expect(try await office.track(code, from: "192.0.2.10").status == .ok)
        }
    }

    @Test func `is allowed again when the hour of the first wrong try is over`() async throws {
        try await DossierTestOffice.run { office in
            let code = try await office.receive()
            _ = try await guess(office, code, 5)
            office.sources.set(office.now + 59)
            let late = try await office.track(code, "5678", from: "192.0.2.1")
            #expect(late.status == .tooManyRequests && late.header("Retry-After") == "60")
            office.sources.set(office.now + 1)
            #expect(try await office.track(code, "5678", from: "192.0.2.1").status == .ok)
            // A new window counts from one.
            #expect(try await guess(office, code, 5) == Array(repeating: .notFound, count: 5))
            #expect(try await guess(office, code, 1) == [.tooManyRequests])
        }
    }

    @Test func `is not made dearer by right answers, nor forgotten for them`() async throws {
        try await DossierTestOffice.run { office in
            let code = try await office.receive()
            _ = try await guess(office, code, 4)
            for _ in 0..<10 {
                #expect(try await office.track(code, "5678", from: "192.0.2.1").status == .ok)
            }
            #expect(try await guess(office, code, 2) == [.notFound, .tooManyRequests])
        }
    }

    @Test func `is counted over both houses on one store`() async throws {
        try await DossierTestOffice.run { office in
            let code = try await office.receive()
            let other = try office.node()
            #expect(try await guess(office, code, 3) == Array(repeating: .notFound, count: 3))
            #expect(
                try await guess(other, code, 3) == [.notFound, .notFound, .tooManyRequests])
            #expect(
                try await office.track(code, "5678", from: "192.0.2.1").status == .tooManyRequests)
        }
    }

    @Test func `many tries at once are no more than many in a row`() async throws {
        try await DossierTestOffice.run { office in
            let code = try await office.receive()
            let other = try office.node()
            let statuses = try await Self.guesses(60, at: code, by: [office, other])
            let tried = statuses.count { $0 == .notFound }
            #expect(statuses.allSatisfy { $0 == .notFound || $0 == .tooManyRequests })
            #expect(tried <= 2 * Tracking.dossierTriesMaximum, "each node holds back by itself")
            #expect(tried >= 1)
            #expect(office.desk.memory.triesUnderWay.isEmpty)
            #expect(other.desk.memory.triesUnderWay.isEmpty)
        }
    }

    /// Wrong digits sent together, to the nodes in turn.
    private static func guesses(
        _ count: Int, at code: String, by nodes: [DossierTestOffice]
    ) async throws -> [HTTPResponse.Status] {
        try await atOnce(count) { number in
            let answer = try await nodes[number % nodes.count].track(
                code, "1\(100 + number)", from: "198.51.100.\(number)")
            return answer.status
        }
    }

    /// What so many callers are told who ask together.
    static func atOnce(
        _ count: Int, _ ask: @escaping @Sendable (Int) async throws -> HTTPResponse.Status
    ) async throws -> [HTTPResponse.Status] {
        try await withThrowingTaskGroup(of: HTTPResponse.Status.self) { group in
            for number in 0..<count { group.addTask { try await ask(number) } }
            var statuses: [HTTPResponse.Status] = []
            for try await status in group { statuses.append(status) }
            return statuses
        }
    }

    @Test func `the table tells neither who asked nor what was typed`() async throws {
        try await DossierTestOffice.run { office in
            let code = try await office.receive()
            _ = try await office.track(code, "7391", from: "203.0.113.77")
            let rows = try await office.desk.read {
                try $0.rows("SELECT * FROM trackingTry").flatMap(\.values).map { "\($0)" }
            }
            #expect(rows.count == 6)
            for hidden in ["203.0.113.77", code, "7391"] {
                #expect(!rows.contains { $0.contains(hidden) }, "\(hidden)")
            }
            // Without the salt the address cannot be found by trying all of them.
            let plain = Site.digest(of: "address\n\n203.0.113.77")
            #expect(!rows.contains { $0.contains(plain) })
        }
    }

    @Test func `another day has another salt, the same for all nodes`() async throws {
        try await DossierTestOffice.run { office in
            let other = try office.node()
            func salts() async throws -> [String] {
                let now = office.sources.now
                return try await office.desk.read { try Tracking.salts(at: now, in: $0.reader) }
            }
            _ = try await office.track("PA-1")
            _ = try await other.track("PA-1")
            let first = try await salts()
            #expect(first.count == 1)
            try office.set("2017-07-04T09:00")
            _ = try await other.track("PA-1")
            let second = try await salts()
            #expect(second.count == 2 && second[1] == first[0] && second[0] != first[0])
        }
    }

    @Test func `the round forgets windows that are over and old salts`() async throws {
        try await DossierTestOffice.run { office in
            let code = try await office.receive()
            _ = try await guess(office, code, 3)
            _ = try await office.round()
            #expect(try await office.number("SELECT count(*) AS n FROM trackingTry") == 4)
            office.sources.set(office.now + 61)
            _ = try await office.round()
            #expect(try await office.number("SELECT count(*) AS n FROM trackingTry") == 0)
            #expect(try await office.number("SELECT count(*) AS n FROM trackingSalt") == 1)
            try office.set("2017-07-05T09:00")
            _ = try await office.round()
            #expect(try await office.number("SELECT count(*) AS n FROM trackingSalt") == 0)
        }
    }

    @Test func `wrong tries are no entries of the ledger`() async throws {
        try await DossierTestOffice.run { office in
            let code = try await office.receive()
            let before = try await office.sequence()
            _ = try await guess(office, code, 6)
            _ = try await office.track(code, "5678", from: "192.0.2.1")
            #expect(try await office.sequence() == before)
        }
    }
}

@Suite struct `The address of who asks` {
    private func address(_ forwarded: [String], peer: String) throws -> String {
        var headers = HTTPFields()
        let name = try #require(HTTPField.Name("X-Forwarded-For"))
        for value in forwarded { headers.append(HTTPField(name: name, value: value)) }
        return Site.clientAddress(
            of: .init(
                head: .init(
                    method: .post, scheme: nil, authority: nil, path: "/track",
                    headerFields: headers), body: .init(buffer: .init())),
            peer: peer)
    }

    @Test(
        arguments: [
            ([], "203.0.113.5", "203.0.113.5"),
            // Only a proxy of the house is believed, and only what it added itself, at the end.
            (["198.51.100.1"], "203.0.113.5", "203.0.113.5"),
            (["198.51.100.1"], "127.0.0.1", "198.51.100.1"),
            (["6.6.6.6, 198.51.100.1"], "10.0.0.2", "198.51.100.1"),
            (["6.6.6.6", "198.51.100.1"], "192.168.1.9", "198.51.100.1"),
            (["198.51.100.1"], "172.16.0.1", "198.51.100.1"),
            (["198.51.100.1"], "172.32.0.1", "172.32.0.1"),
            (["198.51.100.1"], "::1", "198.51.100.1"),
            (["198.51.100.1"], "::ffff:10.0.0.2", "198.51.100.1"),
            // A household has the first 64 bits.
            (["2001:db8:1:2:3:4:5:6"], "127.0.0.1", "2001:db8:1:2"),
            (["2001:db8::1"], "127.0.0.1", "2001:db8:0:0"),
            ([], "2001:DB8:1:2::9", "2001:db8:1:2"),
            ([""], "127.0.0.1", "127.0.0.1"),
        ] as [([String], String, String)])
    func `is the peer, or what the house's own proxy added last`(
        _ forwarded: [String], _ peer: String, _ expected: String
    ) throws {
        #expect(try address(forwarded, peer: peer) == expected)
    }

    @Test func `a header of any length is cut`() throws {
        let long = String(repeating: "9", count: 10_000)
        #expect(try address([long], peer: "127.0.0.1").count == 64)
    }
}

@Suite struct `Tries under way` {
    @Test func `are counted by name until they end`() {
        let tries = UnderWay()
        #expect(tries.begin("a") == 0)
        #expect(tries.begin("a") == 1)
        #expect(tries.begin("b") == 0)
        tries.end("a")
        #expect(tries.begin("a") == 1)
        for name in ["a", "a", "b"] { tries.end(name) }
        #expect(tries.isEmpty)
    }
}
