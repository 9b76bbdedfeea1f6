// Versions made of a seed: every kind of node and value, texts that are hard to write down.

import ProcessModel
import WorkTime

/// The same versions for the same seed.
struct VersionGenerator {
    private var state: UInt64

    init(seed: UInt64) { state = seed &+ 0x9E37_79B9_7F4A_7C15 }

    mutating func next(below bound: Int) -> Int {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        var mixed = state ^ (state >> 33)
        mixed = mixed &* 0xFF51_AFD7_ED55_8CCD
        return Int((mixed ^ (mixed >> 29)) % UInt64(bound))
    }

    mutating func chance(_ percent: Int) -> Bool { next(below: 100) < percent }

    mutating func one<Item>(of items: [Item]) -> Item { items[next(below: items.count)] }

    mutating func many<Item>(
        _ range: ClosedRange<Int>, _ make: (inout VersionGenerator) -> Item
    ) -> [Item] {
        (0..<range.lowerBound + next(below: range.count)).map { _ in make(&self) }
    }

    static let words = [
        "Tiếp nhận hồ sơ", "Ký duyệt", "a: b", "# không phải ghi chú", "- dòng", "null", "~",
        "true", "0.5", "2017-08-01", "&neo *neo", "*neo", "“nháy”", "\"nháy\"", "it's", "a, b",
        "{x}", "[y]", " đầu và cuối ", "hai\ndòng", "tab\tở đây", "\\", "%", "@", "!x", "|", ">",
        "e\u{301}", "🙂", "x\u{FEFF}", "\u{85}", "\u{2028}", "\u{7}", "đ", "x: ", "=", "?", "a #b",
        "\r\n", "no", "a  b", "1e5", "\u{1}", "\u{FFFF}", "café", "label:x", "code:y",
    ]

    mutating func text() -> String {
        if chance(60) { return one(of: Self.words) }
        return many(0...3) { $0.one(of: Self.words) }.joined(separator: one(of: [" ", "", "\n"]))
    }

    mutating func filled() -> String { "x" + text() }

    mutating func day() -> DayNumber { DayNumber(rawValue: Int32(next(below: 40_000)) - 5_000) }

    mutating func term() -> Term {
        switch next(below: 5) {
        case 0: .workingMinutes(next(below: 5_000))
        case 1: .workingDays(1 + next(below: 60))
        case 2: .halfDays(next(below: 60))
        case 3: .calendarDays(1 + next(below: 60))
        default: .sameDay
        }
    }

    mutating func unit() -> UnitReference {
        switch next(below: 3) {
        case 0: .code(text())
        case 1: .function(text())
        default: .label(text())
        }
    }

    mutating func performer() -> Performer {
        switch next(below: 7) {
        case 0: .position(text(), in: unit())
        case 1: .head(of: unit())
        case 2: .member(of: unit())
        case 3: .focalPoint
        case 4: .performer(of: NodeID(text()))
        case 5: .applicant
        default: .body(text())
        }
    }

    mutating func maybe<Item>(_ make: (inout VersionGenerator) -> Item) -> Item? {
        chance(70) ? make(&self) : nil
    }
}

extension VersionGenerator {
    mutating func value() -> FieldValue {
        switch next(below: 3) {
        case 0: .text(text())
        case 1: .number(Double(next(below: 2_000_000) - 1_000_000) / one(of: [1, 4, 1000, 3e300]))
        default: .boolean(chance(50))
        }
    }

    mutating func condition(depth: Int = 4) -> Condition {
        switch next(below: depth > 0 ? 6 : 3) {
        case 0: .compare(text(), one(of: Condition.Comparison.allCases), value())
        case 1: .isOneOf(text(), many(0...3) { $0.value() })
        case 2: .isSet(text())
        case 3: .not(condition(depth: depth - 1))
        case 4: .all(many(0...3) { $0.condition(depth: depth - 1) })
        default: .any(many(0...3) { $0.condition(depth: depth - 1) })
        }
    }

    mutating func step() -> Step {
        Step(
            performer: maybe { $0.performer() }, accountable: maybe { $0.performer() },
            substitute: maybe { $0.performer() }, cooperating: many(0...2) { $0.performer() },
            work: text(), tasks: many(0...3) { $0.filled() }, product: text(),
            form: maybe { $0.text() },
            time: maybe { $0.chance(80) ? .term($0.term()) : .withinTotal },
            clock: one(of: ClockEffect.allCases), marksDone: chance(20), conditional: chance(20),
            returnsTo: many(0...2) { NodeID($0.text()) },
            derived: many(0...3) { $0.one(of: StepField.allCases) },
            controls: many(0...2) { NodeID($0.text()) })
    }

    mutating func nodeKind() -> NodeKind {
        switch next(below: 9) {
        case 0: .start
        case 1: .end(one(of: EndOutcome.allCases))
        case 2: .service(action: text())
        case 3: .gateway(one(of: GatewayKind.allCases))
        case 4:
            .wait(
                Wait(
                    party: chance(50) ? .applicant : .body(text()), reason: text(),
                    clock: one(of: ClockEffect.allCases)))
        case 5: .timer(term())
        case 6: .call(Call(process: ProcessCode(text()), unit: unit()))
        default: .step(step())
        }
    }

    mutating func form() -> Form {
        Form(
            code: text(), title: text(),
            fields: many(0...3) { make in
                FormField(
                    key: make.text(), label: make.text(), type: make.fieldType(),
                    required: make.chance(50), personal: make.chance(50),
                    condition: make.chance(30) ? make.condition() : nil,
                    unit: make.chance(20) ? make.filled() : nil)
            })
    }

    mutating func fieldType() -> FieldType {
        let choices = many(0...3) { $0.text() }
        let table = FieldTable(
            columns: many(0...3) { make in
                FieldColumn(
                    key: make.text(), label: make.text(),
                    kind: make.one(of: FieldColumn.Kind.allCases), required: make.chance(50))
            }, minimum: next(below: 5), maximum: next(below: 30))
        return one(of: [
            .text, .number, .boolean, .date, .choice(choices), .money,
            .identity(oldCards: chance(50)), .phone, .email, .address, .longText, .table(table),
            .file, .signature,
        ])
    }

    /// Identifiers are unique in half of the versions; flows stand in any order.
    mutating func version() -> ProcessVersion {
        let isTable = chance(30)
        let unique = chance(70)
        var nodes = many(1...6) { make in
            Node(
                id: NodeID(make.text() + (unique ? "\(make.next(below: 1 << 40))" : "")),
                title: make.text(), kind: make.nodeKind())
        }
        if isTable {
            nodes.insert(Node(id: "start", title: "Bắt đầu", kind: .start), at: 0)
            nodes.append(Node(id: "end", title: "Kết thúc", kind: .end(.finished)))
        }
        var flows = zip(nodes, nodes.dropFirst()).map { Flow(from: $0.id, to: $1.id) }
        if chance(60) {
            flows += many(0...3) { make in
                Flow(
                    from: make.one(of: nodes).id, to: make.one(of: nodes).id,
                    condition: make.maybe { $0.condition() })
            }
        }
        if chance(20) { flows.append(Flow(from: NodeID(text()), to: NodeID(text()))) }
        return ProcessVersion(
            code: ProcessCode(text()), title: text(), kind: one(of: ProcessKind.allCases),
            ownerUnit: text(), field: text(), legalBasis: many(0...2) { $0.text() },
            scope: text(), principle: text(), total: maybe { $0.term() },
            records: many(0...2) { $0.text() }, issue: 1 + next(below: 9),
            effective: maybe { $0.day() }, changeNote: text(), approver: text(), source: text(),
            components: many(0...2) { $0.text() }, forms: many(0...2) { $0.form() },
            nodes: nodes, flows: flows,
            waivers: many(0...2) { make in
                Waiver(
                    rule: make.one(of: ClarityRule.allCases).rawValue,
                    node: make.maybe { NodeID($0.text()) }, reason: make.text(), by: make.text(),
                    mendBy: make.day())
            })
    }
}
