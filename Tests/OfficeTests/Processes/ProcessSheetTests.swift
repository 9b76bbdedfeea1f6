// The page of one issue: the step table in words, the sum of its times against the limit, the gate,
// the neighbours; and the catalogue's numbers against the lists they open.

import Engine
import Ledger
import ProcessModel
import Testing
import WorkTime

@testable import Office

@Suite struct `The sheet of an issue` {
    private func sheet(
        _ version: ProcessVersion, in office: ProcessTestOffice, language: Language = .vi
    ) async throws -> Processes.Sheet {
        try await office.perform(.draft(version))
        let viewer = try await office.viewer()
        return try await office.desk.read {
            try $0.sheet(version.code, issue: version.issue, of: viewer, in: language).sheet
        }
    }

    private func timed(_ total: Term?, _ times: [StepTime?]) -> ProcessVersion {
        let steps = times.enumerated().map { index, time in
            ProcessTestSamples.step(
                NodeID("b\(index + 1)"), "Thẩm định lần \(index + 1)",
                .position(index % 2 == 0 ? "truong-mc" : "can-bo-mc", in: .code("MC"))
            ) { $0.time = time }
        }
        var version = ProcessTestSamples.line(steps)
        version.total = total
        return version
    }

    @Test(
        arguments: [
            (
                Term.workingDays(3), [StepTime.term(.workingDays(1)), .term(.workingDays(1))],
                "trong thời hạn 3 ngày"
            ),
            (
                .workingDays(2), [.term(.workingDays(1)), .term(.workingDays(1))],
                "bằng thời hạn 2 ngày"
            ),
            (
                .workingDays(1), [.term(.workingDays(1)), .term(.workingDays(1))],
                "vượt thời hạn 1 ngày"
            ),
            (
                .workingDays(3), [.term(.workingDays(1)), .withinTotal],
                "có bước không có thời gian riêng"
            ),
            (nil, [.term(.workingDays(1))], "chưa công bố thời hạn"),
        ] as [(Term?, [StepTime], String)])
    func `says how the sum stands to the published limit`(
        _ total: Term?, _ times: [StepTime], _ words: String
    ) async throws {
        try await ProcessTestOffice.run { office in
            _ = try await sheet(timed(total, times), in: office)
            let page = try await office.get("/processes/QT-01").text
            #expect(page.contains(words), "\(words)")
        }
    }

    @Test func `adds the steps up line by line`() async throws {
        try await ProcessTestOffice.run { office in
            let times: [StepTime] = [
                .term(.workingMinutes(30)), .term(.halfDays(1)), .term(.workingDays(2)),
            ]
            let sum = try await sheet(timed(.workingDays(5), times), in: office).sum
            #expect(sum.lines.map(\.standing) == ["counted", "counted", "counted"])
            #expect(sum.minutes == 30 + 240 + 960)
            #expect(sum.limit == 2_400)
            #expect(sum.isComplete)
        }
    }

    @Test func `is in the language of the viewer`() async throws {
        try await ProcessTestOffice.run { office in
            let english = try await sheet(ProcessTestSamples.clear(), in: office, language: .en)
            #expect(english.row.term == "5 working days")
            #expect(english.steps.first?.time == "1 working day")
            let page = try await office.get("/processes/QT-01", language: "en").text
            #expect(page.contains("Clear enough to be published"))
        }
    }

    @Test func `names ways back, conditions, cooperation and what is owed at each step`()
        async throws
    {
        try await ProcessTestOffice.run { office in
            var version = ProcessTestSamples.line([
                ProcessTestSamples.step("b1", "Nhận", .position("truong-mc", in: .code("MC"))) {
                    $0.cooperating = [.head(of: .code("NV")), .body("Chi cục Thuế")]
                },
                ProcessTestSamples.step("b2", "Ký", .head(of: .function("lanh-dao"))) {
                    $0.returnsTo = ["b1"]
                    $0.marksDone = true
                    $0.accountable = nil
                },
            ])
            version.waivers = [
                ProcessTestSamples.waiver("accountable", "b2", mendBy: "2017-12-29")
            ]
            let sheet = try await sheet(version, in: office)
            #expect(sheet.steps.map(\.number) == [1, 2])
            #expect(
                sheet.steps[0].cooperating.map(\.line) == [
                    "Trưởng phòng, Phòng Nội vụ", "Chi cục Thuế",
                ])
            #expect(sheet.steps[1].returnsTo == ["Nhận"])
            #expect(sheet.steps[1].marksDone && sheet.steps[1].waived == 1)
            #expect(sheet.steps[1].unclear.isEmpty && sheet.blocking.isEmpty)
            #expect(sheet.waived.map(\.step) == [2])
            let page = try await office.get("/processes/QT-01").text
            for words in [
                "phối hợp: Trưởng phòng, Phòng Nội vụ; Chi cục Thuế", "có thể trả lại: Nhận",
                "xong bước này là có kết quả", "1 chỗ chưa rõ đã có người đứng tên",
            ] {
                #expect(page.contains(words), "\(words)")
            }
        }
    }

    @Test func `a waiver past its date, of another step or of a broken graph waives nothing`()
        async throws
    {
        let expired = ProcessTestSamples.waiver("accountable", "b1", mendBy: "2017-07-31")
        let elsewhere = ProcessTestSamples.waiver("accountable", "b2", mendBy: "2017-12-29")
        for waiver in [expired, elsewhere] {
            try await ProcessTestOffice.run { office in
                var version = ProcessTestSamples.unclear()
                version.waivers = [waiver]
                let sheet = try await sheet(version, in: office)
                #expect(sheet.blocking.contains { $0.rule == "accountable" }, "\(waiver)")
                let refused = try await office.post(
                    "/processes/QT-09/publish", [("issue", "1"), ("effective", "2017-09-01")],
                    wantsJSON: true)
                #expect(try refused.code() == "processes.unclear")
            }
        }
        try await ProcessTestOffice.run { office in
            var version = ProcessTestSamples.clear()
            version.flows.removeLast()
            version.waivers = ["path-ends", "one-start", "unreachable"].map {
                ProcessTestSamples.waiver($0, nil, mendBy: "2017-12-29")
            }
            let blocking = try await sheet(version, in: office).blocking
            #expect(!blocking.isEmpty)
        }
    }

    @Test func `neighbours are found from both sides, with the place where they meet`()
        async throws
    {
        try await ProcessTestOffice.run { office in
            try await office.publish(ProcessTestSamples.clear("QT-02", title: "Thu phí, lệ phí"))
            let call = Node(
                id: "c", title: "Thu tiền", kind: .call(Call(process: "QT-02", unit: .code("MC"))))
            let caller = ProcessTestSamples.line(
                [
                    ProcessTestSamples.step(
                        "b1", "Cấp bản sao", .position("truong-mc", in: .code("MC"))), call,
                ], code: "QT-03", title: "Cấp bản sao trích lục")
            let own = try await sheet(caller, in: office)
            #expect(own.calls == [.init(code: "QT-02", title: "Thu phí, lệ phí", at: "Thu tiền")])
            #expect(own.calledBy.isEmpty)
            let page = try await office.get("/processes/QT-03").text
            #expect(page.contains("href=\"/processes/QT-02\""))
            // A draft calls nobody yet: the other side shows it when it is in force.
            let before = try await office.get("/processes/QT-02", wantsJSON: true).json()
            #expect((before["calledBy"] as? [Any])?.isEmpty == true)
        }
    }

    @Test func `only people in charge get acts, all others read the same`() async throws {
        try await ProcessTestOffice.run { office in
            try await office.publish(ProcessTestSamples.clear())
            for (person, mayAct) in [("thu", true), ("binh", false)] as [(PersonID, Bool)] {
                let json = try await office.get("/processes/QT-01", as: person, wantsJSON: true)
                #expect(try json.json()["mayAct"] as? Bool == mayAct)
                let page = try await office.get("/processes/QT-01", as: person).text
                #expect(page.contains("/processes/QT-01/retire") == mayAct)
                #expect(page.contains("Ký giấy khai sinh"))
            }
            let stranger = try await office.get("/processes/QT-01", as: nil)
            #expect(stranger.location == "/sign-in")
            let retired = try await office.post(
                "/processes/QT-01/retire", [("through", "2017-09-01"), ("reason", "x")],
                as: "binh", wantsJSON: true)
            #expect(try retired.code() == "processes.mayNotPublish")
        }
    }
}

@Suite struct `Numbers of the catalogue` {
    @Test func `each number of the strip is the length of the list it opens`() async throws {
        try await ProcessTestOffice.run { office in
            var chance = DossierTestChance(seed: 6)
            for number in 1...40 {
                let code = ProcessCode("P-\(100 + number)")
                var version = ProcessTestSamples.clear(code, title: "Quy trình \(number)")
                version.field = chance.pick(["Hộ tịch", "Đất đai", ""])
                version.kind = chance.pick(ProcessKind.allCases)
                version.waivers = (0..<chance.below(3)).map {
                    ProcessTestSamples.waiver("product", "b1", mendBy: "2017-12-0\($0 + 1)")
                }
                try await office.perform(.draft(version))
                if chance.below(4) == 0 { continue }
                let day = chance.pick(["2017-01-01", "2017-12-01"])
                try await office.perform(
                    .publish(code, issue: 1, effective: try #require(DayNumber(day))))
                if chance.below(3) == 0 {
                    try await office.perform(.draft(ProcessTestSamples.clear(code, issue: 2)))
                } else if chance.below(4) == 0, day == "2017-01-01" {
                    try await office.perform(
                        .retire(code, through: try #require(DayNumber("2017-06-30")), reason: "x"))
                }
            }
            let all = try await office.get("/processes", wantsJSON: true).json()
            let counts = try #require(all["counts"] as? [String: Int])
            for (key, query) in [
                ("processes", ""), ("inForce", "?standing=inForce"), ("drafts", "?standing=draft"),
            ] {
                let list = try await office.get("/processes\(query)", wantsJSON: true).json()
                #expect(list["matching"] as? Int == counts[key], "\(key)")
                #expect((counts[key] ?? 0) > 5, "\(key)")
            }
            let gaps = try await office.get("/processes/gaps", wantsJSON: true).json()
            #expect(gaps["total"] as? Int == counts["gaps"])
            let rules = try #require(gaps["rules"] as? [[String: Any]])
            let sum = rules.compactMap { $0["count"] as? Int }.reduce(0, +)
            #expect(sum == counts["gaps"])
            // Each field and kind that is offered finds something, and together they find all.
            let kinds = ProcessKind.allCases.map(\.rawValue)
            var matching = 0
            for kind in kinds {
                let list = try await office.get("/processes?kind=\(kind)", wantsJSON: true).json()
                matching += list["matching"] as? Int ?? 0
            }
            #expect(matching == counts["processes"])
        }
    }
}
