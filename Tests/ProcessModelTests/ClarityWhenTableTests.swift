// The rules about time, ways and hand-overs: place, sentence and mend in both languages.

import ProcessModel
import Testing
import WorkTime

struct ClarityWhenTableTests {
    static let times: [ClarityCase] = [
        ClarityCase(
            .time, at: "b1", breaking: { $0.step("b1") { $0.time = nil } },
            vi: "Bước 1 “Thẩm định hồ sơ”: chưa có thời gian",
            viMend: "ghi thời gian, ví dụ “2 working_days”, “same_day” hoặc “within_total”",
            en: "Step 1 “Thẩm định hồ sơ”: has no time",
            enMend: "write a time: “2 working_days”, “same_day” or “within_total”",
            mended: { $0.step("b1") { $0.time = .term(.sameDay) } }),
        ClarityCase(
            .time, at: "b1",
            breaking: { version in
                version.total = .workingDays(3)
                version.step("b1") { $0.time = .term(.workingDays(-1)) }
            },
            vi: "Bước 1 “Thẩm định hồ sơ”: thời gian là số âm",
            viMend: "ghi thời gian từ 0 trở lên",
            en: "Step 1 “Thẩm định hồ sơ”: its time is below zero",
            enMend: "write a time of 0 or more",
            mended: { $0.step("b1") { $0.time = .term(.workingDays(0)) } }),
        ClarityCase(
            .withinTotal, .warning, at: "b2",
            breaking: { $0.step("b2") { $0.time = .withinTotal } },
            vi: """
                Bước 2 “Thẩm định hồ sơ”: không có thời gian riêng, nằm trong thời hạn \
                chung
                """,
            viMend: "ghi thời gian của bước khi đã được công bố",
            en: """
                Step 2 “Thẩm định hồ sơ”: has no time of its own, it lies within the \
                total
                """,
            enMend: "write the time of the step once it has been published",
            mended: { $0.step("b2") { $0.time = .term(.halfDays(1)) } }),
        ClarityCase(
            .clearTime, breaking: { $0.total = nil },
            vi: "quy trình chưa có thời hạn chung; các bước cộng lại 3,5 ngày làm việc",
            viMend: "ghi thời hạn đã công bố vào total, ví dụ “15 working_days”",
            en: """
                the process has no limit of its own; its steps add up to 3.5 working \
                days
                """,
            enMend: "write the published limit as total, for example “15 working_days”",
            mended: { $0.total = .calendarDays(7) }),
        ClarityCase(
            .longestPath, breaking: { $0.total = .workingDays(3) },
            vi: """
                các bước cộng lại 3,5 ngày làm việc, vượt thời hạn 3 ngày làm việc là \
                0,5 ngày làm việc
                """,
            viMend: "rút ngắn các bước, hoặc sửa thời hạn cho khớp với bản đã công bố",
            en: """
                the steps add up to 3.5 working days, 0.5 working days above the limit \
                of 3 working days
                """,
            enMend: "shorten the steps, or mend the limit where it was copied wrongly",
            mended: { $0.step("b2") { $0.time = .term(.workingDays(1)) } }),
        ClarityCase(
            .halfOfTotal, .warning, breaking: { $0.total = .workingDays(8) },
            vi: """
                các bước cộng lại 3,5 ngày làm việc, chưa bằng nửa thời hạn 8 ngày làm \
                việc
                """,
            viMend: "xem lại thời gian các bước, hoặc công bố thời hạn ngắn hơn",
            en: """
                the steps add up to 3.5 working days, less than half of the limit of 8 \
                working days
                """,
            enMend: "look at the times of the steps again, or publish a shorter limit",
            mended: { $0.total = .workingDays(7) }),
        ClarityCase(
            .pauseResume, at: "b2", breaking: { $0.step("b2") { $0.clock = .pause } },
            vi: """
                Bước 2 “Thẩm định hồ sơ”: dừng tính giờ, nhưng có đường đến kết thúc mà \
                không chạy tiếp
                """,
            viMend: "đặt clock: resume ở bước nhận lại hồ sơ hoặc chứng từ",
            en: """
                Step 2 “Thẩm định hồ sơ”: pauses the clock, yet a way leads to the end \
                on which it never goes on
                """,
            enMend: "set clock: resume at the step that takes the case back",
            mended: { $0.step("b3") { $0.clock = .resume } }),
        ClarityCase(
            .conditionalWay, .warning, at: "b1",
            breaking: { $0.step("b1") { $0.conditional = true } },
            vi: "Bước 1 “Thẩm định hồ sơ”: chỉ làm khi cần, nhưng mọi đường đều đi qua",
            viMend: "thêm nút rẽ có điều kiện ở trước bước này",
            en: """
                Step 1 “Thẩm định hồ sơ”: is for some cases only, yet every way leads \
                through it
                """,
            enMend: "put a gateway with a condition before it",
            mended: { $0.step("b1") { $0.conditional = false } }),
    ]

    private static let received: ProcessVersion = {
        var version = ProcessSamples.line([
            ProcessSamples.step("n1", title: "Nhận hồ sơ", unit: "TP")
        ])
        (version.code, version.ownerUnit) = ("QT-02", "TP")
        return version
    }()

    private static let empty: ProcessVersion = {
        var version = ProcessSamples.line([])
        version.code = "QT-03"
        return version
    }()

    private static func caller(_ code: ProcessCode, _ unit: UnitReference) -> ProcessVersion {
        let call = Node(
            id: "c", title: "Chuyển tư pháp", kind: .call(Call(process: code, unit: unit)))
        return ProcessSamples.line([
            ProcessSamples.step("b1", time: .term(.workingDays(3))), call,
        ])
    }

    private static func mendCall(_ version: inout ProcessVersion) {
        version.nodes[2].kind = .call(Call(process: "QT-02", unit: .code("TP")))
        version.total = .workingDays(8)
    }

    static let calls: [ClarityCase] = [
        ClarityCase(
            .entryStep, at: "c", in: caller("QT-09", .code("TP")), beside: [received],
            breaking: { _ in },
            vi: """
                Nút “Chuyển tư pháp”: gọi quy trình QT-09, danh mục không có quy trình \
                này
                """,
            viMend: "ban hành quy trình QT-09 trước, hoặc ghi đúng mã",
            en: "Node “Chuyển tư pháp”: calls the process QT-09, the catalogue has none",
            enMend: "publish QT-09 first, or mend its code",
            mended: mendCall),
        ClarityCase(
            .entryStep, at: "c", in: caller("QT-03", .code("TP")), beside: [received, empty],
            breaking: { $0.total = .workingDays(8) },
            vi: "Nút “Chuyển tư pháp”: quy trình QT-03 không có bước đầu để nhận",
            viMend: "thêm bước tiếp nhận vào đầu quy trình QT-03",
            en: """
                Node “Chuyển tư pháp”: the process QT-03 has no first step that receives
                """,
            enMend: "put a receiving step at the beginning of QT-03",
            mended: mendCall),
        ClarityCase(
            .entryStep, at: "c", in: caller("QT-02", .code("NV")), beside: [received],
            breaking: { $0.total = .workingDays(8) },
            vi: """
                Nút “Chuyển tư pháp”: giao cho NV, nhưng bước đầu “Nhận hồ sơ” của \
                QT-02 thuộc TP
                """,
            viMend: "sửa đơn vị nhận ở đây, hoặc bước đầu của quy trình được gọi",
            en: """
                Node “Chuyển tư pháp”: hands over to NV, yet the first step “Nhận hồ \
                sơ” of QT-02 belongs to TP
                """,
            enMend: "mend the receiving unit here, or the first step of the called process",
            mended: mendCall),
    ]

    @Test(arguments: times)
    func `A gap about time is named at its place, and mended`(row: ClarityCase) {
        row.expectFoundAndMended()
    }

    @Test(arguments: calls)
    func `A hand-over that nobody receives is named at the call, and mended`(row: ClarityCase) {
        row.expectFoundAndMended()
    }

    @Test func `Without a catalogue calls are not looked up`() {
        #expect(
            ProcessSamples.findings(Self.caller("QT-09", .code("TP"))).map(\.rule) == [])
    }

    @Test(arguments: [
        (ClockEffect.run, true), (.pause, true), (.resume, false), (.restart, false),
        (.pauseAndResume, false), (.parallel, true), (.end, true),
    ])
    func `After a pause these go on, those do not`(clock: ClockEffect, isGap: Bool) {
        var version = ProcessSamples.clear
        version.step("b1") { $0.clock = .pause }
        version.step("b2") { $0.clock = clock }
        let broken = ProcessSamples.broken(.pauseResume, in: version)
        #expect(broken.contains("b1") == isGap)
    }
}
