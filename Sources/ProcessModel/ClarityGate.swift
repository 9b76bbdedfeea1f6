// The clarity gate: a version that breaks a rule is not published. Start here; the rules stand in
// the files ClarityPeople, ClarityWork, ClarityTime, ClarityFlows, ClarityGateways, ClarityForms,
// ClarityHandovers, ClarityHeader and ClarityWaivers.

import WorkTime

/// Checks versions on a day, beside the other processes and the people of the office.
public struct ClarityGate: Sendable {
    public var today: DayNumber
    /// The other processes; without it, calls and double codes are not checked.
    public var catalogue: ProcessCatalogue?
    /// The people; without it, it is not checked that performers exist today.
    public var roster: PerformerRoster?
    /// Working minutes of the calendar's day.
    public var minutesPerDay: Int

    public init(
        today: DayNumber, catalogue: ProcessCatalogue? = nil, roster: PerformerRoster? = nil,
        minutesPerDay: Int = 480
    ) {
        self.today = today
        self.catalogue = catalogue
        self.roster = roster
        self.minutesPerDay = minutesPerDay
    }

    /// All findings, in the order of the version: the whole first, then its nodes as read.
    public func check(_ version: ProcessVersion) -> [Diagnostic] {
        var check = ClarityCheck(version, gate: self)
        check.header()
        check.wholeTime()
        check.shape()
        check.forms()
        for index in check.order {
            check.flows(at: index)
            let node = check.graph.nodes[index]
            switch node.kind {
            case .step(let step):
                check.people(of: step, at: node)
                check.work(of: step, at: node)
                check.time(of: step, at: index)
                check.control(of: step, at: node)
            case .gateway(let kind): check.gateway(kind, at: index)
            case .call(let call): check.handover(call, at: node)
            case .start, .end, .service, .wait, .timer: break
            }
        }
        return check.waivedFindings()
    }

    /// The sum of the times of the steps, as the gate compares it with the limit.
    public func timeSum(of version: ProcessVersion) -> TimeSum {
        TimeSum(of: version, minutesPerDay: minutesPerDay) { catalogue?[$0]?.total }
    }
}

/// One check under way: the version, what was worked out about it, what was found.
struct ClarityCheck {
    let version: ProcessVersion
    let gate: ClarityGate
    let graph: ProcessGraph
    let list: PrincipleList?
    /// Positions of the nodes in reading order.
    let order: [Int]
    /// Number of each step in reading order, from 1.
    let numbers: [NodeID: Int]
    private(set) var findings: [Diagnostic] = []
    /// Units named only by a label that were reported already.
    var labels: Set<String> = []

    init(_ version: ProcessVersion, gate: ClarityGate) {
        self.version = version
        self.gate = gate
        graph = ProcessGraph(version)
        list = PrincipleList.named(version.principle)
        order = graph.readingOrder
        var numbers: [NodeID: Int] = [:]
        for index in order where graph.nodes[index].step != nil {
            numbers[graph.nodes[index].id] = numbers[graph.nodes[index].id] ?? numbers.count + 1
        }
        self.numbers = numbers
    }

    /// `Bước 4 “Ký duyệt”`, or the name of another node.
    func place(_ node: Node) -> Bilingual {
        let name = node.title.isEmpty ? node.id.rawValue : node.title
        if let number = numbers[node.id], node.step != nil {
            return Bilingual(vi: "Bước \(number) “\(name)”", en: "Step \(number) “\(name)”")
        }
        return Bilingual(vi: "Nút “\(name)”", en: "Node “\(name)”")
    }

    mutating func report(
        _ rule: ClarityRule, _ severity: Diagnostic.Severity = .error, at node: Node?,
        _ message: Bilingual, mend: Bilingual
    ) {
        let sentence = node.map { place($0) + Bilingual(vi: ": ", en: ": ") + message } ?? message
        findings.append(
            Diagnostic(
                severity: severity, rule: rule.rawValue, principle: list?.item(for: rule)?.label,
                process: version.code, node: node?.id, origin: node?.origin ?? version.origin,
                message: sentence, mend: mend))
    }
}
