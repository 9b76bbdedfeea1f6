// Real step tables (the columns of sop-steps.csv) as rows of a graph. Times and responsibilities
// are
// those of the table; products, substitutes and who answers are filled in and marked as derived.

import ProcessModel
import WorkTime

extension Demo {
    /// All step tables in use, by their identifier.
    struct StepTables: Sendable {
        private var rows: [String: [Row]] = [:]
        /// Identifiers in the order of the file.
        private(set) var identifiers: [String] = []
        private let responsible: [String: Responsible]
        private let wards: [Ward]

        init(wards: [Ward]) throws(DataError) {
            self.wards = wards
            responsible = try Responsible.all()
            let columns = [
                "sop_id", "procedure_vi", "step_vi", "responsible_vi", "tasks_vi", "time_value",
                "time_unit", "clock_effect", "marks_business_done", "source_id",
            ]
            for row in try Table.load("sop-steps", columns: columns).rows {
                if rows[row["sop_id"]] == nil { identifiers.append(row["sop_id"]) }
                rows[row["sop_id"], default: []].append(row)
            }
        }

        func title(_ table: String) -> String { rows[table]?.first?["procedure_vi"] ?? "" }
        func source(_ table: String) -> String { rows[table]?.first?["source_id"] ?? "" }

        /// Whether a ward of the land confirms in it, so that its form must name the ward.
        func asksWard(_ table: String) -> Bool {
            rows[table]?.contains { responsible[$0["responsible_vi"]]?.kind == .ward } ?? false
        }

        func isConditional(_ table: String) -> Bool {
            rows[table]?.contains { $0["clock_effect"] == "conditional" } ?? false
        }

        /// The rows of a table. Receipt and return are put around it where it begins or ends
        /// elsewhere, and where it names no step that yields the result, its last real one does.
        func drafts(
            _ table: String, leader: String, result: String, form: String?
        ) throws(DataError) -> [Draft] {
            var drafts: [Draft] = []
            for (index, row) in (rows[table] ?? []).enumerated() {
                drafts.append(
                    try draft(row, number: index + 1, leader: leader, result: result))
            }
            if drafts.first?.step.performer != .focalPoint {
                drafts.insert(Chain.receive(), at: 0)
            }
            if drafts.last?.step.performer != .focalPoint { drafts.append(Chain.giveBack()) }
            drafts[0].step.form = form
            markResult(&drafts)
            addControls(&drafts)
            return drafts
        }

        private func draft(
            _ row: Row, number: Int, leader: String, result: String
        ) throws(DataError) -> Draft {
            guard let responsible = responsible[row["responsible_vi"]] else {
                throw .badValue(
                    row["responsible_vi"], column: "responsible_vi", table: row.table)
            }
            let tasks = row["tasks_vi"].split(separator: ">").map { part in
                String(part.drop { $0 == " " }.reversed().drop { $0 == " " }.reversed())
            }
            var step = Step(
                performer: nil, work: work(of: tasks, row),
                tasks: tasks, product: product(responsible.kind, tasks: tasks, result: result),
                time: .term(try row.stepTerm()), clock: try row.clock(),
                marksDone: row["marks_business_done"] == "yes",
                conditional: row["clock_effect"] == "conditional", derived: Chain.derived)
            step.take(responsible, leader: leader)
            var draft = Draft(id: NodeID("b\(number)"), title: row["step_vi"], step: step)
            if responsible.kind == .ward { draft.way = .wardOfLand(wards) }
            if step.conditional { draft.way = .onlyIf(field: "co_khieu_nai") }
            return draft
        }

        /// `Thụ lý` and `Xét duyệt` become `Thụ lý, xét duyệt`. Tables of laws put remarks where
        /// others have tasks: there the name of the step is the work.
        private func work(of tasks: [String], _ row: Row) -> String {
            if tasks.isEmpty || row["sop_id"].hasPrefix("LAW") { return row["step_vi"] }
            if tasks == ["Bàn giao"] { return "Chuyển hồ sơ cho bước sau" }
            return tasks.enumerated().map { index, task in
                index == 0 ? task : task.prefix(1).lowercased() + task.dropFirst()
            }.joined(separator: ", ")
        }

        private func product(
            _ kind: Responsible.Kind, tasks: [String], result: String
        ) -> String {
            switch kind {
            case .counter where tasks.contains("Thu phí"): "Biên lai thu phí, lệ phí"
            case .counter where tasks.contains { $0.hasPrefix("Trả thông báo") }:
                "Biên lai nộp thuế"
            case .counter where tasks.contains("Trả kết quả"): "Kết quả đã trả, có ký nhận"
            case .counter: "Giấy tiếp nhận hồ sơ và hẹn trả kết quả"
            case .leader: result
            case .ward: "Văn bản xác nhận của phường"
            case .body: "Thông báo của cơ quan thuế"
            case .office: "Hồ sơ đã thẩm định và dự thảo kết quả"
            }
        }

        private func markResult(_ drafts: inout [Draft]) {
            if drafts.contains(where: \.step.marksDone) { return }
            let last = drafts.lastIndex { $0.step.performer != .focalPoint } ?? drafts.count - 1
            drafts[last].step.marksDone = true
            drafts[last].step.derived.append(.marksDone)
        }

        /// The leader signs what another hand has prepared, and may send it back.
        private func addControls(_ drafts: inout [Draft]) {
            for index in drafts.indices {
                guard case .position = drafts[index].step.performer,
                    let earlier = drafts[..<index].last(where: \.isOfficeWork)
                else { continue }
                drafts[index].step.controls = [earlier.id]
                drafts[index].step.returnsTo = [earlier.id]
            }
        }
    }
}

extension Demo.Draft {
    fileprivate var isOfficeWork: Bool {
        if case .always = way, case .member = step.performer { true } else { false }
    }
}

extension Step {
    fileprivate mutating func take(_ responsible: Demo.Responsible, leader: String) {
        let unit = responsible.unit
        switch responsible.kind {
        case .counter:
            performer = .focalPoint
            accountable = .head(of: unit)
            substitute = .member(of: unit)
        case .leader:
            let signer = Demo.leader(leader, in: unit)
            performer = signer.performer
            accountable = signer.performer
            substitute = signer.substitute
        case .body:
            performer = .body(responsible.body)
            accountable = .focalPoint
            substitute = nil
        case .office, .ward:
            performer = .member(of: unit)
            accountable = .head(of: unit)
            substitute = .head(of: unit)
        }
    }
}

extension Demo.Row {
    /// `0.5` working days are one half, `2` hours are 120 working minutes.
    fileprivate func stepTerm() throws(Demo.DataError) -> Term {
        guard let value = Double(self["time_value"]), value >= 0 else {
            throw .badValue(self["time_value"], column: "time_value", table: table)
        }
        switch self["time_unit"] {
        case "ngày làm việc": return .halfDays(Int((value * 2).rounded()))
        case "giờ": return .workingMinutes(Int((value * 60).rounded()))
        default: throw .badValue(self["time_unit"], column: "time_unit", table: table)
        }
    }

    fileprivate func clock() throws(Demo.DataError) -> ClockEffect {
        switch self["clock_effect"] {
        case "conditional": return .run
        case let text:
            guard let effect = ClockEffect(rawValue: text) else {
                throw .badValue(text, column: "clock_effect", table: table)
            }
            return effect
        }
    }
}
