// How the answer is put together, step by step, against what the house itself sees.

import Engine
import HTTPTypes
import Ledger
import ProcessModel
import Testing
import WorkTime

@testable import Office

@Suite struct `The way of a dossier` {
    private func titles(_ details: Tracking.Details) -> [String] {
        details.stages.map { "\($0.stand.rawValue) \($0.title)" }
    }

    @Test func `goes from step to step with the unit that has it`() async throws {
        try await DossierTestOffice.run { office in
            let code = try await office.receive()
            var details = try await office.details(code)
            #expect(
                titles(details) == [
                    "here Tiếp nhận hồ sơ", "next Thẩm định hồ sơ", "next Ký kết quả",
                    "next Trả kết quả cho công dân",
                ])
            #expect(
                details.stages.map(\.unit) == [
                    "Một cửa phường A", "Tư pháp phường A", "UBND phường A", "Một cửa phường A",
                ])
            #expect(details.stages[0].from == office.now && details.stages[0].to == nil)
            try await office.advance(code)
            details = try await office.details(code)
            #expect(details.stages[0].stand == .past && details.stages[0].to == office.now)
            #expect(details.stages[1].stand == .here)
        }
    }

    @Test func `a step that is done again is here again`() async throws {
        try await DossierTestOffice.run { office in
            let code = try await office.receive()
            while try await office.item(code).node != "ky" { try await office.advance(code) }
            try await office.advance(code)
            let item = try await office.item(code)
            try await office.act(
                .sendBack(item.id, to: "tham-dinh", reason: "Thiếu chữ ký của Zq"), on: code,
                by: item.holder)
            let answer = try await office.told(code)
            #expect(answer.done < answer.steps)
            let here = try #require(answer.details).stages.filter { $0.stand == .here }
            #expect(here.map(\.title) == ["Thẩm định hồ sơ"])
            let signing = try #require(answer.details).stages.first { $0.title == "Ký kết quả" }
            #expect(signing?.stand == .next, "what was sent back is not done")
            let page = try await office.track(code, DossierTestOffice.digits, wantsJSON: false)
            #expect(!page.text.contains("Zq"), "the reason of sending back stays in the house")
        }
    }

    @Test func `an apology is read by who it was made to, until the result is ready`()
        async throws
    {
        try await DossierTestOffice.run { office in
            let code = try await office.receive()
            #expect(try await office.details(code).apology == nil)
            try await office.perform(
                .apologise(code, reason: "Chờ xác minh", day: DayNumber("2017-07-10")), by: "anh")
            let apology = try #require(try await office.details(code).apology)
            #expect(apology.at == office.now && apology.reason == "Chờ xác minh")
            #expect(apology.newAppointment == LocalMinute("2017-07-10T17:30"))
            let page = try await office.track(code, DossierTestOffice.digits, wantsJSON: false)
            #expect(page.text.contains("Xin lỗi và hẹn lại"))
            #expect(page.text.contains("Hẹn lại: 17:30, 10/07/2017"))
            let short = try await office.track(code, "", wantsJSON: false)
            #expect(!short.text.contains("Chờ xác minh"), "with the code alone it is not told")
            try await office.makeReady(code)
            #expect(try await office.details(code).apology == nil)
        }
    }

    @Test func `is the same as the house sees it, without the people`() async throws {
        try await DossierTestOffice.run { office in
            let code = try await office.receive()
            for _ in 0..<8 {
                let record = try await office.record(code, as: "chi")
                let answer = try await office.told(code)
                let details = try #require(answer.details)
                #expect(answer.status == record.status)
                #expect(details.appointment == record.clock?.dueAt)
                #expect(details.left == record.left)
                #expect(details.timeliness == record.clock?.timeliness)
                #expect(details.explanation == record.explanation?.appointment)
                let steps = details.stages.filter { $0.kind == .step }
                for (stage, step) in zip(steps, record.steps)
                where steps.count == record.steps.count {
                    #expect(stage.title == step.title && stage.stand == step.stand)
                }
                if record.work.isEmpty { break }
                try await office.advance(code)
                office.sources.set(office.now + 45)
            }
        }
    }

    @Test func `the degree of completion only grows on a way without return`() async throws {
        try await DossierTestOffice.run { office in
            let code = try await office.receive()
            var done = 0
            while try await office.state(code).status != .returned {
                let answer = try await office.told(code)
                #expect(answer.done >= done && answer.done <= answer.steps)
                done = answer.done
                try await office.advance(code)
            }
            #expect(try await office.told(code).done == 4)
        }
    }

    @Test func `a pause stands between the steps it parted`() async throws {
        try await DossierTestOffice.run { office in
            let code = try await office.receive()
            try await office.advance(code, times: 2)
            try await office.askPapers(code)
            try office.set("2017-07-04T10:00")
            try await office.bringPapers(code)
            try office.set("2017-07-04T11:00")
            try await office.finish(code)
            let kinds = try await office.details(code).stages.map(\.kind)
            #expect(kinds == [.step, .supplement, .step, .step, .step])
        }
    }

    @Test func `a body outside the house is named, the citizen's own step is left out`()
        async throws
    {
        try await DossierTestOffice.run { office in
            let code = try await office.receive()
            let dossier = try await office.state(code)
            let (organisation, calendar) = try await office.desk.read {
                (try $0.organisation(), try $0.calendar())
            }
            var version = DossierTestSamples.processes[0]
            version.nodes = version.nodes.map { node in
                guard case .step(var step) = node.kind else { return node }
                if node.id == "ky" { step.performer = .body("Chi cục thuế") }
                if node.id == "tham-dinh" { step.performer = .applicant }
                return Node(id: node.id, title: node.title, kind: .step(step))
            }
            let reading = TrackingReading(
                dossier: dossier, version: version, organisation: organisation,
                calendar: calendar, now: office.now)
            let answer = reading.answer(.full, veil: Tracking.Veil([]))
            let stages = try #require(answer.details).stages
            #expect(!stages.contains { $0.title == "Thẩm định hồ sơ" })
            #expect(stages.first { $0.title == "Ký kết quả" }?.unit == "Chi cục thuế")
            #expect(answer.steps == 3)
        }
    }

    @Test func `who had a hand in it is known, so that it can be left out`() async throws {
        try await DossierTestOffice.run { office in
            let code = try await office.receive()
            try await office.finish(code)
            let dossier = try await office.state(code)
            let (organisation, calendar) = try await office.desk.read {
                (try $0.organisation(), try $0.calendar())
            }
            let reading = TrackingReading(
                dossier: dossier, version: DossierTestSamples.processes[0],
                organisation: organisation, calendar: calendar, now: office.now)
            #expect(Set(reading.officers) == ["Người chi", "Người ha", "Người anh"])
        }
    }
}

@Suite struct `A tracking answer as JSON` {
    @Test func `has these names and no others`() async throws {
        try await DossierTestOffice.run { office in
            let code = try await office.receive()
            let value = try await office.track(code, DossierTestOffice.digits).json()
            #expect(
                Set(value.keys) == [
                    "code", "reach", "status", "state", "done", "steps", "office", "details",
                ])
            let details = try #require(value["details"] as? [String: Any])
            #expect(
                Set(details.keys) == [
                    "title", "receivedAt", "promised", "appointment", "left", "since", "unit",
                    "duty", "papers", "returnWay", "explanation", "moves", "stages",
                    "messages", "notices", "attachments", "proof",
                ], "\(details.keys.sorted())")
            let house = try #require(value["office"] as? [String: Any])
            #expect(Set(house.keys) == ["name", "counter"], "no telephone is known")
            #expect(details["appointment"] as? String == "2017-07-05T17:30")
        }
    }

    @Test func `a program's token opens nothing more here, and is told so`() async throws {
        try await DossierTestOffice.run { office in
            let code = try await office.receive()
            let token = try #require(try await office.issue("chi", Tokens.Scope.allCases).text)
            let answer = try await office.call(
                .post, "/track", token, json: #"{"code":"\#(code)"}"#)
            #expect(answer.status == .forbidden)
            #expect(try answer.code() == "tokens.notForPrograms")
        }
    }

    @Test func `a question may be sent as JSON`() async throws {
        try await DossierTestOffice.run { office in
            let code = try await office.receive()
            let answer = try await office.send(
                .post, "/track", [.accept: "application/json", .contentType: "application/json"],
                body: Array(#"{"code":"\#(code)","digits":"5678"}"#.utf8))
            #expect(answer.status == .ok)
            #expect(try answer.json()["reach"] as? String == "full")
        }
    }

    @Test func `answers are kept nowhere on the way`() async throws {
        try await DossierTestOffice.run { office in
            let code = try await office.receive()
            for wantsJSON in [true, false] {
                let answer = try await office.track(
                    code, DossierTestOffice.digits, wantsJSON: wantsJSON)
                #expect(answer.header("Cache-Control") == "no-store")
                #expect(answer.location.isEmpty, "no address would hold the digits")
            }
        }
    }
}

@Suite struct `The refusals of tracking` {
    @Test func `have a sentence in both languages, a code and a status`() {
        let refusals: [(Tracking.Rejection, Int)] = [
            (.codeMissing, 422), (.digitsInvalid, 422), (.notFound, 404),
            (.tooMany(seconds: 90), 429),
        ]
        #expect(Set(refusals.map(\.0.code)).count == refusals.count)
        for (refusal, status) in refusals {
            #expect(refusal.code.hasPrefix("tracking."))
            #expect(refusal.sentence.vi.hasSuffix(".") && refusal.sentence.en.hasSuffix("."))
            #expect(Int(refusal.status.code) == status)
            #expect(refusal.headers.isEmpty == (status != 429))
        }
        #expect(Tracking.Rejection.tooMany(seconds: 61).sentence.vi.contains("sau 2 phút"))
        #expect(Tracking.Rejection.tooMany(seconds: 60).sentence.vi.contains("sau 1 phút"))
    }

    @Test func `a full disk turns away who guesses, not who knows`() async throws {
        try await DossierTestOffice.run { office in
            let code = try await office.receive()
            _ = try await office.track(code)
            let (full, store) = office.troubled()
            _ = try await full.track(code)
            store.have(.diskFull)
            #expect(try await full.track(code, "5678").status == .ok)
            for number in 0..<8 {
                let wrong = try await full.track(code, "000\(number)", from: "192.0.2.\(number)")
                #expect(Int(wrong.status.code) == (number < 5 ? 507 : 429), "\(number)")
            }
            let right = try await full.track(code, "5678")
            #expect(right.status == .tooManyRequests, "tries that were not counted were held")
            store.recover()
            #expect(try await office.track(code, "5678").status == .ok, "another node")
        }
    }
}
