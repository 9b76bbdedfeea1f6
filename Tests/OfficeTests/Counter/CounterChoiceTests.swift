// Which procedures a counter offers: those in force, that the office can do, the usual ones first.

import Engine
import HTTPTypes
import ProcessModel
import Testing
import WorkTime

@testable import Office

@Suite struct `Procedures at the counter` {
    private func offered(
        _ office: DossierTestOffice, _ search: String = "", as person: PersonID = "chi"
    ) async throws -> [String] {
        let query = search.isEmpty ? "" : "?q=\(DossierTestOffice.encoded(search))"
        let json = try await office.open("/counter\(query)", as: person, wantsJSON: true).json()
        return (json["procedures"] as? [[String: Any]] ?? []).compactMap { $0["code"] as? String }
    }

    /// Whether the intake of a procedure is open by its address.
    private func opens(
        _ office: DossierTestOffice, _ code: String, as person: PersonID = "chi"
    ) async throws -> Bool {
        let answer = try await office.open("/counter/\(code)", as: person, wantsJSON: true)
        if answer.status == .ok { return true }
        #expect(try answer.code() == "dossiers.processUnknown")
        return false
    }

    private func version(
        _ code: ProcessCode, issue: Int = 1, _ change: (inout ProcessVersion) -> Void = { _ in }
    ) -> ProcessVersion {
        var version = DossierTestSamples.processes[1]
        (version.code, version.issue) = (code, issue)
        change(&version)
        return version
    }

    @Test(arguments: [
        ("khai sinh", ["KS-01"]), ("KHAI SINH", ["KS-01"]), ("sinh khai", ["KS-01"]),
        ("khai   sinh", ["KS-01"]), ("Đăng ký", ["KS-01"]), ("dang ky", ["KS-01"]),
        ("chung thuc", ["CT-02"]), ("ho tich", ["XN-03"]), ("ks-01", ["KS-01"]),
        ("sinh chung", []), ("xyz", []), ("khai_sinh", []), ("khai%sinh", []),
        ("' OR 1=1 --", []), ("\0", ["CT-02", "KS-01", "XN-03"]),
        ("%", ["CT-02", "KS-01", "XN-03"]), ("   ", ["CT-02", "KS-01", "XN-03"]),
    ])
    func `are found by words in any order, without marks and without wildcards`(
        _ search: String, _ codes: [String]
    ) async throws {
        try await DossierTestOffice.run { office in
            let found = try await offered(office, search).sorted()
            #expect(found == codes)
        }
    }

    @Test func `that are usual stand first, the others by their title`() async throws {
        try await DossierTestOffice.run { office in
            #expect(try await offered(office) == ["CT-02", "KS-01", "XN-03"])
            for _ in 0..<2 { try await office.receive { $0.process = "XN-03" } }
            try await office.receive { $0.process = "KS-01" }
            #expect(try await offered(office) == ["XN-03", "KS-01", "CT-02"])
            // What was received more than two months ago no longer counts.
            try office.set("2017-09-20T09:00")
            #expect(try await offered(office) == ["CT-02", "KS-01", "XN-03"])
        }
    }

    @Test func `that the office has no units for are neither offered nor taken in`() async throws {
        try await DossierTestOffice.run { office in
            #expect(try await offered(office, as: "la") == ["CT-02"])
            for (code, isOpen) in [("CT-02", true), ("KS-01", false), ("XN-03", false)] {
                #expect(try await opens(office, code, as: "la") == isOpen, "\(code)")
            }
            let before = try await office.sequence()
            let answer = try await office.post(
                "/counter/KS-01", as: "la",
                [("name", "Ai đó"), ("paper.0", "1"), ("copies.0", "1"), ("sets", "1")],
                wantsJSON: true)
            #expect(try answer.code() == "dossiers.processUnknown")
            #expect(try await office.sequence() == before)
        }
    }

    @Test(arguments: [ProcessKind.operating, .internalWork, .inspection])
    func `are procedures alone, not the office's own processes`(_ kind: ProcessKind) async throws {
        try await DossierTestOffice.run { office in
            try await office.publish(version("NB-01") { $0.kind = kind })
            #expect(!(try await offered(office).contains("NB-01")))
            #expect(try await opens(office, "NB-01") == false)
        }
    }

    @Test func `that are drafts or not yet in force are not offered`() async throws {
        try await DossierTestOffice.run { office in
            _ = try await office.desk.perform(
                .processes(.draft(version("DT-01"))), by: nil, at: office.sources.now)
            try await office.publish(version("SAU-1"), from: "2017-07-05")
            for (text, codes): (String, Set<String>) in [
                ("2017-07-03T09:00", []), ("2017-07-04T23:59", []), ("2017-07-05T00:00", ["SAU-1"]),
            ] {
                try office.set(text)
                let found = Set(try await offered(office)).intersection(["DT-01", "SAU-1"])
                #expect(found == codes, "\(text)")
                for code in ["DT-01", "SAU-1"] {
                    #expect(try await opens(office, code) == codes.contains(code), "\(text)")
                }
            }
        }
    }

    @Test func `that are retired are offered through their last day`() async throws {
        try await DossierTestOffice.run { office in
            _ = try await office.desk.perform(
                .processes(
                    .retire("CT-02", through: organisationDay("2017-07-10"), reason: "Bãi bỏ")),
                by: nil, at: office.sources.now)
            for (text, isOffered) in [
                ("2017-07-03T09:00", true), ("2017-07-10T17:00", true), ("2017-07-11T08:00", false),
            ] {
                try office.set(text)
                #expect(try await offered(office).contains("CT-02") == isOffered, "\(text)")
                #expect(try await opens(office, "CT-02") == isOffered, "\(text)")
            }
        }
    }

    @Test func `of several issues show the one in force on the day, once`() async throws {
        try await DossierTestOffice.run { office in
            try await office.publish(
                version("CT-02", issue: 2) { $0.title = "Chứng thực kiểu mới" }, from: "2017-08-01")
            for (text, title) in [
                ("2017-07-31T09:00", "Chứng thực bản sao"),
                ("2017-08-01T09:00", "Chứng thực kiểu mới"),
            ] {
                try office.set(text)
                let json = try await office.open("/counter", as: "chi", wantsJSON: true).json()
                let titles = (json["procedures"] as? [[String: Any]] ?? [])
                    .filter { $0["code"] as? String == "CT-02" }
                    .compactMap { $0["title"] as? String }
                #expect(titles == [title], "\(text)")
                let intake = try await office.open("/counter/CT-02", as: "chi")
                #expect(intake.text.contains(title), "\(text)")
            }
        }
    }

    @Test func `retired and issued anew within its last days stand once`() async throws {
        try await DossierTestOffice.run { office in
            _ = try await office.desk.perform(
                .processes(
                    .retire("CT-02", through: organisationDay("2017-12-31"), reason: "Thay thế")),
                by: nil, at: office.sources.now)
            try await office.publish(
                version("CT-02", issue: 2) { $0.title = "Kiểu mới" }, from: "2017-07-10")
            try office.set("2017-07-12T09:00")
            #expect(try await offered(office).filter { $0 == "CT-02" }.count == 1)
            #expect(try await office.open("/counter/CT-02", as: "chi").text.contains("Kiểu mới"))
        }
    }

    // MARK: The appointment beside the intake

    /// Two working days from the moment of receipt: the day of receipt does not count.
    @Test(arguments: [
        ("2017-07-03T09:00", "2017-07-05T17:30"), ("2017-07-06T09:00", "2017-07-10T17:30"),
        ("2017-07-07T16:59", "2017-07-11T17:30"), ("2017-08-31T09:00", "2017-09-05T17:30"),
        ("2018-02-12T09:00", "2018-02-21T17:30"),
    ])
    func `the appointment that is shown is the one that is given`(
        _ text: String, _ due: String
    ) async throws {
        try await DossierTestOffice.run { office in
            try office.set(text)
            let json = try await office.open("/counter/KS-01", as: "chi", wantsJSON: true).json()
            let explanation = try #require(json["explanation"] as? [String: Any])
            #expect(explanation["due"] as? String == due)
            #expect((explanation["lines"] as? [Any])?.isEmpty == false)
            let page = try await office.open("/counter/KS-01", as: "chi")
            #expect(page.text.contains("datetime=\"\(due)\""))
            let code = try await office.receive()
            #expect(try await office.state(code).registration.appointment == LocalMinute(due))
        }
    }

    @Test func `beyond the calendar no appointment is made up`() async throws {
        try await DossierTestOffice.run { office in
            try office.set("2030-01-02T09:00")
            let page = try await office.open("/counter/KS-01", as: "chi")
            #expect(page.status == .ok)
            let json = try await office.open("/counter/KS-01", as: "chi", wantsJSON: true).json()
            #expect(json["explanation"] == nil)
        }
    }

    @Test func `who is next is the holder of today`() async throws {
        try await DossierTestOffice.run { office in
            let next: () async throws -> String? = {
                let json = try await office.open("/counter/KS-01", as: "chi", wantsJSON: true)
                return (try json.json()["next"] as? [String: Any])?["name"] as? String
            }
            #expect(try await next() == "Người ha")
            _ = try await office.desk.perform(
                .people(
                    .endHolding(
                        position: "p.tp:tu-phap", person: "ha",
                        through: organisationDay("2017-07-03"))), by: nil, at: office.sources.now)
            #expect(try await next() == "Người ha")
            try office.set("2017-07-04T09:00")
            #expect(try await next() == "Người tam")
        }
    }
}
