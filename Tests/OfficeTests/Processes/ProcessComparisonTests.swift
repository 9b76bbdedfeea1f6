// Two issues side by side: what was changed is shown, what was not is not.

import Engine
import Ledger
import ProcessModel
import Testing
import WorkTime

@testable import Office

/// One change of an issue, and where the comparison must show it.
struct ProcessEdit: Sendable, CustomStringConvertible {
    let description: String
    /// Old and new words that must stand beside each other.
    let old: String
    let new: String
    let change: @Sendable (inout ProcessVersion) -> Void

    init(
        _ description: String, _ old: String, _ new: String,
        _ change: @escaping @Sendable (inout ProcessVersion) -> Void
    ) {
        (self.description, self.old, self.new, self.change) = (description, old, new, change)
    }

    static let header: [ProcessEdit] = [
        .init("title", "Đăng ký khai sinh", "Tên mới") { $0.title = "Tên mới" },
        .init("kind", "thủ tục hành chính", "nội bộ") { $0.kind = .internalWork },
        .init("owner", "NV", "MC") { $0.ownerUnit = "MC" },
        .init("field", "Hộ tịch", "Đất đai") { $0.field = "Đất đai" },
        .init("basis", "Luật Hộ tịch 2014, Điều 16", "Luật Hộ tịch 2014, Điều 16; TT 15/2015") {
            $0.legalBasis.append("TT 15/2015")
        },
        .init("scope", "Toàn quận", "") { $0.scope = "" },
        .init("total", "5 ngày làm việc", "3 ngày làm việc") { $0.total = .workingDays(3) },
        .init("no total", "5 ngày làm việc", "") { $0.total = nil },
        .init("records", "Sổ hộ tịch", "Sổ khác") { $0.records = ["Sổ khác"] },
        .init("approver", "Chủ tịch UBND quận", "Phó Chủ tịch") { $0.approver = "Phó Chủ tịch" },
        .init("papers", "Tờ khai", "Tờ khai; Ảnh") { $0.components.append("Ảnh") },
    ]

    /// Changes of the first step.
    static let step: [ProcessEdit] = [
        .init("work", "Tiếp nhận hồ sơ khai sinh", "Kiểm tra hồ sơ") { version in
            version.changeStep("b1") { $0.work = "Kiểm tra hồ sơ" }
        },
        .init("product", "Phiếu b1", "Biên bản") { version in
            version.changeStep("b1") { $0.product = "Biên bản" }
        },
        .init("time", "1 ngày làm việc", "2 ngày làm việc") { version in
            version.changeStep("b1") { $0.time = .term(.workingDays(2)) }
        },
    ]
}

extension ProcessVersion {
    fileprivate mutating func changeStep(_ id: NodeID, _ change: (inout Step) -> Void) {
        nodes = nodes.map { node in
            guard node.id == id, case .step(var step) = node.kind else { return node }
            change(&step)
            return Node(id: node.id, title: node.title, kind: .step(step))
        }
    }
}

@Suite struct `Comparing issues` {
    /// The first sample as issue 1, in force, and a changed draft as issue 2.
    private func compare(
        in office: ProcessTestOffice, from: Int? = 1, to: Int? = 2,
        _ change: (inout ProcessVersion) -> Void
    ) async throws -> Processes.Comparison {
        try await office.publish(ProcessTestSamples.clear())
        var second = ProcessTestSamples.clear(issue: 2)
        change(&second)
        try await office.perform(.draft(second))
        let viewer = try await office.viewer()
        return try await office.desk.read {
            try $0.comparison("QT-01", from: from, to: to, of: viewer, in: .vi)
        }
    }

    @Test(arguments: ProcessEdit.header) func `one field of the whole changed is one line`(
        _ edit: ProcessEdit
    ) async throws {
        try await ProcessTestOffice.run { office in
            let found = try await compare(in: office, edit.change)
            #expect(found.header.map(\.old) == [edit.old])
            #expect(found.header.map(\.new) == [edit.new])
            #expect(found.added.isEmpty && found.removed.isEmpty && found.changed.isEmpty)
            #expect(found.other.isEmpty && !found.isReordered && !found.isEmpty)
            let page = try await office.get("/processes/QT-01/compare?from=1&to=2").text
            if !edit.old.isEmpty { #expect(page.contains("<del>\(edit.old)</del>")) }
            if !edit.new.isEmpty { #expect(page.contains("<ins>\(edit.new)</ins>")) }
        }
    }

    @Test(arguments: ProcessEdit.step) func `one field of a step changed is one line of that step`(
        _ edit: ProcessEdit
    ) async throws {
        try await ProcessTestOffice.run { office in
            let found = try await compare(in: office, edit.change)
            #expect(found.header.isEmpty && found.other.isEmpty)
            #expect(found.changed.map(\.title) == ["Tiếp nhận hồ sơ khai sinh"])
            let changes = found.changed.flatMap(\.changes)
            #expect(changes.map(\.old) == [edit.old])
            #expect(changes.map(\.new) == [edit.new])
        }
    }

    @Test func `backwards it shows the same with old and new changed round`() async throws {
        for edit in ProcessEdit.header + ProcessEdit.step {
            try await ProcessTestOffice.run { office in
                let on = try await compare(in: office, edit.change)
                let viewer = try await office.viewer()
                let back = try await office.desk.read {
                    try $0.comparison("QT-01", from: 2, to: 1, of: viewer, in: .vi)
                }
                let (all, turned) = (
                    on.header + on.changed.flatMap(\.changes),
                    back.header + back.changed.flatMap(\.changes)
                )
                #expect(all.map(\.old) == turned.map(\.new), "\(edit)")
                #expect(all.map(\.new) == turned.map(\.old), "\(edit)")
            }
        }
    }

    @Test func `equal issues say that nothing differs`() async throws {
        try await ProcessTestOffice.run { office in
            let same = try await compare(in: office) { _ in }
            #expect(same.isEmpty && !same.isAlone)
            let page = try await office.get("/processes/QT-01/compare?from=1&to=2").text
            #expect(page.contains("Hai lần giống nhau"))
            #expect(!page.contains("<del>") && !page.contains("<ins>"))
        }
    }

    @Test func `steps, ways, forms and waivers that came or went are named`() async throws {
        try await ProcessTestOffice.run { office in
            let found = try await compare(in: office) { version in
                version.nodes.insert(
                    ProcessTestSamples.step("b3", "Vào sổ", .head(of: .code("MC"))), at: 3)
                version.flows = zip(version.nodes, version.nodes.dropFirst()).map {
                    Flow(from: $0.id, to: $1.id)
                }
                version.forms.append(Form(code: "BM-09", title: "Phiếu mới"))
                version.waivers.append(
                    ProcessTestSamples.waiver("substitute", "b1", mendBy: "2017-12-29"))
            }
            #expect(found.added == ["Vào sổ"] && found.removed.isEmpty)
            let words = found.other.map(\.vi)
            #expect(words.contains { $0.contains("thêm đường đi: b2 → b3") })
            #expect(words.contains { $0.contains("bỏ đường đi: b2 → end") })
            #expect(words.contains { $0.contains("thêm biểu mẫu: BM-09 Phiếu mới") })
            #expect(words.contains { $0.contains("thêm chỗ được miễn: substitute b1") })
            #expect(found.other.allSatisfy { $0.en != $0.vi })
        }
    }

    @Test func `without numbers the two newest are compared`() async throws {
        try await ProcessTestOffice.run { office in
            let found = try await compare(in: office, from: nil, to: nil) { $0.title = "Mới" }
            #expect(found.from == 1 && found.to == 2)
            #expect(found.issues == [2, 1])
            let viewer = try await office.viewer()
            for (from, to) in [(0, 1), (1, 3), (-1, 2), (7, nil)] as [(Int?, Int?)] {
                await #expect(throws: Processes.Rejection.self) {
                    try await office.desk.read {
                        try $0.comparison("QT-01", from: from, to: to, of: viewer, in: .vi)
                    }
                }
            }
        }
    }
}
