// What the engine refuses reaches people with names: of people, of units, of steps.

import Engine
import HTTPTypes
import Ledger
import ProcessModel
import Testing
import WorkTime

@testable import Office

@Suite struct `Refusals of work` {
    /// The refusal, and its sentences as people read them.
    static let named: [(EngineRejection, String, String)] = [
        (
            .notHolder(1, holder: "ha"),
            "Việc số 1 do Người ha giữ; hãy đề nghị người đó làm hoặc chuyển giao.",
            "Work item 1 is held by Người ha; ask them to do it or pass it on."
        ),
        (
            .notInUnit("chi", unit: "p.tp"),
            "Người chi không thuộc đơn vị Tư pháp phường A; hãy chọn người trong đơn vị.",
            "Người chi does not work in unit Tư pháp phường A; choose somebody of that unit."
        ),
        (
            .controlsOwnWork("tham-dinh", "ha"),
            "Người ha đã làm bước Thẩm định hồ sơ nên không được tự kiểm; hãy giao người khác.",
            "Người ha did step Thẩm định hồ sơ and may not control it; give it to somebody else."
        ),
        // Nobody knows a name: the identifier is better than nothing.
        (
            .notHolder(1, holder: "la-mat"),
            "Việc số 1 do la-mat giữ; hãy đề nghị người đó làm hoặc chuyển giao.",
            "Work item 1 is held by la-mat; ask them to do it or pass it on."
        ),
        (
            .mayNotAssign(1, unit: "x.y"),
            "Chỉ người đứng đầu x.y được phân công việc số 1; hãy đề nghị họ.",
            "Only the head of x.y may assign work item 1; ask them."
        ),
        (
            .unknownNode("buoc-la"),
            "Quy trình không có bước buoc-la; hãy chọn bước có trong quy trình.",
            "The process has no step buoc-la; choose one that it has."
        ),
    ]

    @Test func `name people, units and steps, and fall back to what is known`() async throws {
        try await DossierTestOffice.run { office in
            let code = try await office.receive()
            for (rejection, vi, en) in Self.named {
                let refusal = Dossiers.Rejection.work(rejection)
                let named = try await office.desk.read { try $0.named(refusal, in: code) }
                #expect(named.sentence == Bilingual(vi: vi, en: en))
                #expect(named.code == refusal.code && named.field == refusal.field)
                #expect(!named.isNotFound)
            }
        }
    }

    @Test func `keep the identifier of a step whose dossier is not known`() async throws {
        try await DossierTestOffice.run { office in
            let refusal = Dossiers.Rejection.work(.controlsOwnWork("tham-dinh", "ha"))
            for code: String? in [nil, "PA-170703-9999"] {
                let named = try await office.desk.read { try $0.named(refusal, in: code) }
                #expect(named.sentence.vi.hasPrefix("Người ha đã làm bước tham-dinh nên"))
            }
        }
    }

    @Test func `of other kinds stay as they are`() async throws {
        try await DossierTestOffice.run { office in
            for refusal in [Dossiers.Rejection.reasonMissing, .unknown("x")] {
                let named = try await office.desk.read { try $0.named(refusal, in: nil) }
                #expect(named as? Dossiers.Rejection == refusal)
            }
        }
    }

    @Test func `of several acts name the steps of each dossier`() async throws {
        try await DossierTestOffice.run { office in
            let (birth, copy) = (
                try await office.receive(), try await office.receive { $0.process = "CT-02" }
            )
            let refusal = Dossiers.Rejection.work(.mayNotReturnThere("tham-dinh"))
            let refusals: [String: any Refusal] = [
                birth: refusal, copy: refusal, "PA-170703-9999": Signings.Rejection.nothingChosen,
            ]
            let named = try await office.desk.named(refusals) { $0 }
            #expect(named[birth]?.sentence.vi.contains("bước Thẩm định hồ sơ từ đây") == true)
            #expect(named[copy]?.sentence.vi.contains("bước tham-dinh từ đây") == true)
            #expect(
                named["PA-170703-9999"]?.sentence == Signings.Rejection.nothingChosen.sentence)
            let none: [String: any Refusal] = [:]
            #expect(try await office.desk.named(none, in: { $0 }).isEmpty)
        }
    }

    @Test func `reach the page and the program with the name of the holder`() async throws {
        try await DossierTestOffice.run { office in
            let code = try await office.receive()
            let fields = [("act", "complete"), ("item", "1"), ("product", "Phiếu")]
            let page = try await office.post("/dossiers/\(code)/acts", as: "anh", fields)
            #expect(page.status == .unprocessableContent)
            #expect(page.text.contains("Việc số 1 do Người chi giữ"))
            let answer = try await office.post(
                "/dossiers/\(code)/acts", as: "anh", fields, wantsJSON: true)
            #expect(answer.status == .unprocessableContent)
            #expect(try answer.code() == "engine.notHolder")
            let told = try answer.json()
            #expect((told["vi"] as? String)?.contains("do Người chi giữ") == true)
            #expect((told["en"] as? String)?.contains("is held by Người chi") == true)
        }
    }
}
