// The rules about people, one row a way to break them: place, sentence and mend in both languages.

import ProcessModel
import Testing
import WorkTime

struct ClarityWhoTableTests {
    static let roster = PerformerRoster { performer in
        switch performer {
        case .position("thu-quy", _): .unknown
        case .position("van-thu", _): .people(holders: [], substitutes: [])
        default: .people(holders: ["An", "Bình"], substitutes: [])
        }
    }

    static let alone = PerformerRoster { _ in .people(holders: ["An"], substitutes: []) }

    static let rows: [ClarityCase] = [
        ClarityCase(
            .performer, at: "b1", breaking: { $0.step("b1") { $0.performer = nil } },
            vi: "Bước 1 “Thẩm định hồ sơ”: chưa có người thực hiện",
            viMend: "ghi vị trí hoặc đơn vị làm bước này, không ghi tên người",
            en: "Step 1 “Thẩm định hồ sơ”: nobody performs it",
            enMend: "name the position or unit that does it, not a person",
            mended: { $0.step("b1") { $0.performer = .focalPoint } }),
        ClarityCase(
            .performerResolves, at: "b1", roster: roster,
            breaking: { $0.step("b1") { $0.performer = .position("thu-quy", in: .code("KT")) } },
            vi: """
                Bước 1 “Thẩm định hồ sơ”: cơ quan không có vị trí hoặc đơn vị “thu-quy, \
                KT”
                """,
            viMend: "thêm vị trí, đơn vị này vào danh mục, hoặc ghi vị trí đang có",
            en: """
                Step 1 “Thẩm định hồ sơ”: the office has no position or unit “thu-quy, \
                KT”
                """,
            enMend: "add it to the directory, or name one that exists",
            mended: { $0.step("b1") { $0.performer = .head(of: .code("KT")) } }),
        ClarityCase(
            .performerResolves, at: "b2", roster: roster,
            breaking: {
                $0.step("b2") { $0.performer = .position("van-thu", in: .function("vp")) }
            },
            vi: """
                Bước 2 “Thẩm định hồ sơ”: “van-thu, đơn vị có chức năng vp” hôm nay \
                không có người giữ và không có người thay
                """,
            viMend: "gán người giữ hoặc người thay cho vị trí này",
            en: """
                Step 2 “Thẩm định hồ sơ”: “van-thu, the unit of function vp” has \
                neither a holder nor a substitute today
                """,
            enMend: "assign a holder or a substitute to it",
            mended: { $0.step("b2") { $0.performer = .position("luu-tru", in: .code("VP")) } }),
        ClarityCase(
            .unitMatched, at: "b1",
            breaking: { $0.step("b1") { $0.performer = .member(of: .label("Phòng Tư pháp")) } },
            vi: """
                Bước 1 “Thẩm định hồ sơ”: “Phòng Tư pháp” là tên trong nguồn, chưa gắn \
                với đơn vị nào của cơ quan
                """,
            viMend: "chọn đơn vị của cơ quan ứng với tên này (mã hoặc chức năng)",
            en: """
                Step 1 “Thẩm định hồ sơ”: “Phòng Tư pháp” is a name in the source, not \
                yet a unit of the office
                """,
            enMend: "choose the unit of the office that it stands for (code or function)",
            mended: { $0.step("b1") { $0.performer = .member(of: .code("TP")) } }),
        ClarityCase(
            .unitMatched, at: "b3",
            breaking: { $0.step("b3") { $0.cooperating = [.head(of: .label("Công an phường"))] } },
            vi: """
                Bước 3 “Thẩm định hồ sơ”: “Công an phường” là tên trong nguồn, chưa gắn \
                với đơn vị nào của cơ quan
                """,
            viMend: "chọn đơn vị của cơ quan ứng với tên này (mã hoặc chức năng)",
            en: """
                Step 3 “Thẩm định hồ sơ”: “Công an phường” is a name in the source, not \
                yet a unit of the office
                """,
            enMend: "choose the unit of the office that it stands for (code or function)",
            mended: { $0.step("b3") { $0.cooperating = [.body("Công an phường")] } }),
        ClarityCase(
            .substitute, at: "b2", breaking: { $0.step("b2") { $0.substitute = nil } },
            vi: "Bước 2 “Thẩm định hồ sơ”: chưa có người thay khi vắng",
            viMend: "ghi người thay: một vị trí khác của cùng đơn vị",
            en: "Step 2 “Thẩm định hồ sơ”: nobody acts when it is absent",
            enMend: "name a substitute: another position of the same unit",
            mended: { $0.step("b2") { $0.substitute = .head(of: .code("QLDT")) } }),
        ClarityCase(
            .substitute, at: "b3", breaking: { $0.step("b3") { $0.substitute = $0.performer } },
            vi: "Bước 3 “Thẩm định hồ sơ”: chưa có người thay khi vắng",
            viMend: "ghi người thay: một vị trí khác của cùng đơn vị",
            en: "Step 3 “Thẩm định hồ sơ”: nobody acts when it is absent",
            enMend: "name a substitute: another position of the same unit",
            mended: { $0.step("b3") { $0.substitute = .member(of: .code("QLDT")) } }),
        ClarityCase(
            .accountable, at: "b3", breaking: { $0.step("b3") { $0.accountable = nil } },
            vi: "Bước 3 “Thẩm định hồ sơ”: chưa có người chịu trách nhiệm",
            viMend: "ghi đúng một người chịu trách nhiệm, thường là lãnh đạo đơn vị",
            en: "Step 3 “Thẩm định hồ sơ”: nobody answers for it",
            enMend: "name exactly one accountable, as a rule the head of the unit",
            mended: { $0.step("b3") { $0.accountable = .head(of: .code("QLDT")) } }),
        ClarityCase(
            .bothSides, at: "b3", breaking: { $0.step("b3") { $0.controls = ["b1"] } },
            vi: """
                Bước 3 “Thẩm định hồ sơ”: người kiểm soát cũng là người đã làm bước \
                “Thẩm định hồ sơ”
                """,
            viMend: "giao việc kiểm soát cho vị trí khác với vị trí đã làm",
            en: """
                Step 3 “Thẩm định hồ sơ”: who controls is also who did the step “Thẩm \
                định hồ sơ”
                """,
            enMend: "give the control to a position other than the one that did the work",
            mended: { $0.step("b3") { $0.performer = .head(of: .code("QLDT")) } }),
        ClarityCase(
            .bothSides, .warning, at: "b3",
            breaking: { version in
                for id in ["b1", "b3"] as [NodeID] {
                    version.step(id) { $0.performer = .member(of: .code("QLDT")) }
                }
                version.step("b3") { $0.controls = ["b1"] }
            },
            vi: """
                Bước 3 “Thẩm định hồ sơ”: người kiểm soát cũng là người đã làm bước \
                “Thẩm định hồ sơ”
                """,
            viMend: "giao việc kiểm soát cho vị trí khác với vị trí đã làm",
            en: """
                Step 3 “Thẩm định hồ sơ”: who controls is also who did the step “Thẩm \
                định hồ sơ”
                """,
            enMend: "give the control to a position other than the one that did the work",
            mended: { $0.step("b3") { $0.performer = .member(of: .code("TP")) } }),
        ClarityCase(
            .bothSides, at: "b2",
            breaking: {
                $0.step("b2") { ($0.performer, $0.controls) = (.performer(of: "b1"), ["b1"]) }
            },
            vi: """
                Bước 2 “Thẩm định hồ sơ”: người kiểm soát cũng là người đã làm bước \
                “Thẩm định hồ sơ”
                """,
            viMend: "giao việc kiểm soát cho vị trí khác với vị trí đã làm",
            en: """
                Step 2 “Thẩm định hồ sơ”: who controls is also who did the step “Thẩm \
                định hồ sơ”
                """,
            enMend: "give the control to a position other than the one that did the work",
            mended: { $0.step("b2") { $0.controls = [] } }),
    ]

    @Test(arguments: rows)
    func `A gap about people is named at its place, and mended`(row: ClarityCase) {
        row.expectFoundAndMended()
    }

    @Test func `One holder at both positions stands at both sides`() {
        var version = ProcessSamples.clear
        version.step("b3") { ($0.performer, $0.controls) = (.head(of: .code("TP")), ["b1"]) }
        #expect(ProcessSamples.findings(version).isEmpty)
        #expect(
            ProcessSamples.broken(.bothSides, in: version, roster: Self.alone) == ["b3"])
        #expect(
            ProcessSamples.broken(.bothSides, in: version, roster: Self.roster).isEmpty)
    }

    @Test(arguments: [
        (Performer.applicant, [] as [String]),
        (.body("Chi cục thuế"), ["accountable"]),
        (.focalPoint, ["accountable", "substitute"]),
        (.performer(of: "b1"), ["accountable", "substitute"]),
        (.head(of: .code("TP")), ["accountable", "substitute"]),
        (.member(of: .function("mot-cua")), ["accountable", "substitute"]),
        (.position("van-thu", in: .code("VP")), ["accountable", "substitute"]),
    ])
    func `Who needs an accountable and a substitute`(performer: Performer, rules: [String]) {
        var version = ProcessSamples.clear
        version.step("b2") { step in
            (step.performer, step.accountable, step.substitute) = (performer, nil, nil)
        }
        // The time of the citizen is left out of the sum: the limit is not what is asked here.
        version.total = .workingDays(4)
        #expect(ProcessSamples.findings(version).map(\.rule) == rules)
    }
}
