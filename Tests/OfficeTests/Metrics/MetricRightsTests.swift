// The new pages against every kind of person, and against programs with a token.

import Engine
import HTTPTypes
import Ledger
import ProcessModel
import Testing
import WorkTime

@testable import Office

@Suite struct `Rights on the new reports` {
    private func withWard(
        _ body: (DossierTestOffice, String) async throws -> Void
    ) async throws {
        try await DossierTestOffice.run { office in
            for command in OrganisationTestState.staffCommands {
                _ = try await office.desk.perform(
                    .people(command), by: nil, at: office.sources.now)
            }
            try await body(office, try await office.receive())
        }
    }

    /// Who may read, of the people of `Rights on every page`.
    static let readers: [(String, Set<PersonID>)] = [
        ("/reports/officers", ["anh", "binh", "tam", "ke", "so", "giang", "la"]),
        ("/reports/overdue", Set(`Rights on every page`.people)),
        ("/reports/form06", Set(`Rights on every page`.people)),
        ("/metrics", ["anh", "so", "giang"]),
        ("/today", Set(`Rights on every page`.people)),
    ]

    @Test(arguments: 0..<readers.count)
    func `are the same for the page, its values and its files`(_ index: Int) async throws {
        let (path, readers) = Self.readers[index]
        try await withWard { office, _ in
            for person in `Rights on every page`.people {
                let status: HTTPResponse.Status = readers.contains(person) ? .ok : .notFound
                for kind in [".csv", ".xlsx"] {
                    let answer = try await office.open(path + kind, as: person)
                    #expect(answer.status == status, "\(person) \(path)\(kind)")
                }
                if path == "/reports/form06" { continue }
                for wantsJSON in [false, true] {
                    let answer = try await office.open(path, as: person, wantsJSON: wantsJSON)
                    #expect(answer.status == status, "\(person) \(path)")
                }
            }
        }
    }

    @Test func `show nobody an applicant`() async throws {
        try await withWard { office, code in
            try office.set("2017-07-10T09:00")
            for (path, readers) in Self.readers {
                for person in readers {
                    let text = try await office.open(path + ".csv", as: person).text
                    #expect(!text.contains("Hư Cấu"), "\(person) \(path)")
                }
            }
            let list = try await office.open("/reports/overdue.csv", as: "anh").text
            #expect(list.contains(code))
            let other = try await office.open("/reports/overdue.csv", as: "giang").text
            #expect(!other.contains(code))
        }
    }

    @Test(arguments: ["/metrics/5?part=openInTime", "/metrics/10?part=counter"])
    func `lead only to records of the own office`(_ path: String) async throws {
        try await withWard { office, code in
            for person: PersonID in ["anh", "so"] {
                let page = try await office.open(path, as: person).text
                #expect(page.contains("/dossiers/\(code)"), "\(person)")
                let record = try await office.open("/dossiers/\(code)", as: person)
                #expect(record.status == .ok)
            }
            let page = try await office.open(path, as: "giang").text
            #expect(!page.contains(code))
        }
    }

    @Test func `let a program read with a token that reads, and write with one that works`()
        async throws
    {
        try await withWard { office, _ in
            let reader = try await office.token(of: "anh", .read)
            let page = try await office.call(.get, "/metrics?period=2017", reader)
            #expect((try page.json()["lines"] as? [Any])?.count == 24)
            for path in ["/metrics.xlsx", "/reports/officers.csv", "/reports/overdue.xlsx"] {
                #expect(try await office.call(.get, path, reader).status == .ok, "\(path)")
            }
            let body = """
                {"act": "enter", "period": "2017", "part": "925", "whole": "1000", \
                "source": "Báo cáo hư cấu", "office": "p"}
                """
            let denied = try await office.call(.post, "/metrics/11", reader, json: body)
            #expect(denied.status == .forbidden)
            let worker = try await office.token(of: "anh", .work)
            let first = try await office.call(
                .post, "/metrics/11", worker, json: body, key: "k1")
            let second = try await office.call(
                .post, "/metrics/11", worker, json: body, key: "k1")
            #expect(first.status == .ok && first.text == second.text)
            #expect(try await office.metricBook().entries.count == 1)
            let clerk = try await office.token(of: "chi", .work)
            let refused = try await office.call(.post, "/metrics/11", clerk, json: body)
            #expect(try refused.code() == "metrics.mayNotEnter")
            let wrong = try await office.call(
                .post, "/metrics/5", worker,
                json: body.replacing("925", with: "1"))
            #expect(try wrong.code() == "metrics.counted")
        }
    }

    /// Addresses somebody might try.
    static let hostile = [
        "/metrics?office=%27%20OR%201=1--", "/metrics/11?office=p%00", "/metrics/5?part=%27",
        "/metrics/5?part=openInTime&after=x", "/metrics/5?part=openInTime&after=~",
        "/metrics/5?part=openInTime&after=9999999999999999999999~x",
        "/reports/officers?office=%3Cscript%3E", "/reports/form06.xlsx?period=%27",
        "/reports/overdue.csv?office=..%2F..", "/metrics.xlsx?period=2017&office=%3Cb%3E",
    ]

    @Test(arguments: hostile)
    func `answer hostile addresses with a sentence`(_ path: String) async throws {
        try await withWard { office, _ in
            let answer = try await office.open(path, as: "anh")
            #expect(
                [.ok, .notFound, .unprocessableContent].contains(answer.status), "\(path)")
            #expect(!answer.text.contains("<script>"))
            #expect(!answer.text.contains("Có trục trặc ngoài dự kiến"))
        }
    }
}

@Suite struct `Values of metrics for programs` {
    private func line(
        _ number: Int, _ office: DossierTestOffice
    ) async throws -> [String: Any] {
        let json = try await office.open("/metrics?period=2017", as: "anh", wantsJSON: true).json()
        let lines = try #require(json["lines"] as? [[String: Any]])
        return try #require(
            lines.first { ($0["metric"] as? [String: Any])?["number"] as? Int == number })
    }

    @Test func `name numerator, denominator and parts`() async throws {
        try await DossierTestOffice.run { office in
            try await office.receive { $0.channel = .online }
            try await office.receive()
            let line = try await line(10, office)
            #expect(line["standing"] as? String == "counted")
            let shares = try #require(line["shares"] as? [[String: Any]])
            #expect(shares.map { $0["key"] as? String } == ["online", "counter", "post"])
            #expect(shares.map { $0["part"] as? Int } == [1, 1, 0])
            #expect(shares.map { $0["whole"] as? Int } == [2, 2, 2])
            let parts = try #require(shares[0]["parts"] as? [[String: Any]])
            #expect(parts.map { $0["isCounted"] as? Bool } == [true, false, false])
        }
    }

    @Test func `say where a value comes from, and why there is none`() async throws {
        try await DossierTestOffice.run { office in
            let missing = try await line(4, office)
            #expect(missing["standing"] as? String == "missing")
            let metric = try #require(missing["metric"] as? [String: Any])
            let basis = try #require(metric["basis"] as? [String: Any])
            #expect(basis["kind"] as? String == "entered")
            let why = try #require(basis["why"] as? [String: Any])
            #expect((why["vi"] as? String)?.contains("Cổng Dịch vụ công") == true)
            #expect((missing["shares"] as? [Any])?.isEmpty == true)
            let province = try await line(16, office)
            #expect(province["standing"] as? String == "province")
            try await office.metricAct(.enter(MetricSamples.value))
            let entered = try await line(11, office)
            #expect(entered["standing"] as? String == "entered")
            let entry = try #require(entered["entry"] as? [String: Any])
            #expect(entry["by"] as? String == "Người anh")
            #expect(entry["part"] as? Int == 925 && entry["whole"] as? Int == 1_000)
        }
    }

    @Test func `of one metric hold its records and its history`() async throws {
        try await DossierTestOffice.run { office in
            let code = try await office.receive()
            let json = try await office.open(
                "/metrics/5?period=2017&part=openInTime", as: "anh", wantsJSON: true
            ).json()
            let records = try #require(json["records"] as? [[String: Any]])
            #expect(records.map { $0["code"] as? String } == [code])
            #expect(records.first?["kind"] as? String == "dossier")
            #expect(json["part"] as? String == "openInTime")
            try await office.metricAct(.enter(MetricSamples.value))
            let entered = try await office.open(
                "/metrics/11?period=2017", as: "anh", wantsJSON: true
            ).json()
            #expect((entered["history"] as? [Any])?.count == 1)
            let scope = try #require(entered["scope"] as? [String: Any])
            #expect(scope["mayEnter"] as? Bool == true && scope["office"] as? String == "p")
        }
    }
}
