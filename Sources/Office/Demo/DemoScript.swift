// The orders of the whole history, in the order in which they are played.

import Engine
import ProcessModel
import WorkTime

extension Demo {
    /// Collects orders and gives each its key and salt.
    struct Script {
        private(set) var orders: [DeskOrder] = []
        private var taken = 0
        /// The organisation after the installing commands.
        private(set) var organisation = People.Organisation()
        private var salts: Chance
        private let zone: ZoneOffset
        private var numbers: [Numbered: Int] = [:]

        private struct Numbered: Hashable {
            let office: UnitID
            let day: DayNumber
        }

        init(seed: UInt64, zone: ZoneOffset) throws {
            salts = Chance(seed: seed, of: "salts")
            self.zone = zone
        }

        /// The last working day of 2016: the office is set up, its processes are published with
        /// effect from the new year.
        mutating func install(
            organisation commands: [People.Command], processes: [ProcessVersion],
            sheets: [Procedures.Sheet] = []
        ) throws {
            let morning = LocalMinute(startOf: Day.installed) + 480
            for command in commands {
                for event in try People.decide(
                    command, on: organisation, by: nil, today: Day.installed)
                {
                    organisation.apply(event)
                }
                add(.people(command), by: nil, at: morning)
            }
            let editor = Actor(Script.editor)
            for version in processes {
                add(.processes(.draft(version)), by: editor, at: morning + 60)
                add(
                    .processes(
                        .publish(
                            version.code, issue: version.issue, effective: Day.processesInForce)),
                    by: editor, at: morning + 120)
            }
            for sheet in sheets {
                add(
                    .procedures(.issue(sheet, effective: Day.processesInForce)), by: editor,
                    at: morning + 180)
            }
        }

        /// Every act of the plan in the order of time.
        mutating func play(
            _ plan: Plan, filings: [WaitingFiling] = [], petitions: [PetitionAct] = [],
            deliveries: [PlannedDelivery] = [], coded: [CodedAct] = [], free: [FreeAct] = []
        ) {
            var beside: [Beside] = []
            beside += petitions.map { ($0.at, .petitions($0.command), $0.actor) }
            beside += filings.map { ($0.at, .filings(.submit($0.submission)), nil) }
            beside += free.map { ($0.at, $0.command, $0.actor) }
            // All come in the order of time.
            var waiting = beside.enumerated()
                .sorted { ($0.element.at, $0.offset) < ($1.element.at, $1.offset) }
                .map(\.element)[...]
            var home = CodedAct.inOrder(deliveries.map(\.coded) + coded)[...]
            var codes: [String] = Array(repeating: "", count: plan.dossiers.count)
            for (index, act) in plan.script {
                add(&waiting, &home, codes, before: act.at)
                add(act, on: plan.dossiers[index].intake, code: &codes[index])
            }
            add(&waiting, &home, codes, before: nil)
        }

        /// The acts before a moment on dossiers that began earlier or begin now; what comes later
        /// is left in them, and who is through is left out.
        mutating func play(_ open: inout [OpenDossier], until end: LocalMinute) {
            var turns: [(at: LocalMinute, dossier: Int, act: Act)] = []
            for index in open.indices {
                let now = open[index].acts.prefix { $0.at < end }
                turns += now.map { ($0.at, index, $0) }
                open[index].acts.removeFirst(now.count)
            }
            // The acts of one dossier stand together, each in its turn.
            let order = turns.indices.sorted {
                (turns[$0].at, turns[$0].dossier, $0) < (turns[$1].at, turns[$1].dossier, $1)
            }
            for turn in order.map({ turns[$0] }) {
                add(turn.act, on: open[turn.dossier].intake, code: &open[turn.dossier].code)
            }
            open.removeAll { $0.acts.isEmpty }
        }

        /// Hands over the orders made so far, so that a long history is never held whole.
        mutating func take() -> [DeskOrder] {
            defer {
                taken += orders.count
                orders = []
            }
            return orders
        }

        private typealias Beside = (at: LocalMinute, command: OfficeCommand, actor: Actor?)

        /// What lies beside the dossiers, the earlier of both first: what names no dossier also at
        /// the very minute, what names one only after all acts of its minute.
        private mutating func add(
            _ waiting: inout ArraySlice<Beside>, _ home: inout ArraySlice<CodedAct>,
            _ codes: [String], before end: LocalMinute?
        ) {
            while true {
                let free = waiting.first.flatMap { next in
                    end.map { next.at <= $0 } ?? true ? next : nil
                }
                let named = home.first.flatMap { next in
                    end.map { next.at < $0 } ?? true ? next : nil
                }
                if let free, named.map({ free.at <= $0.at }) ?? true {
                    add(free.command, by: free.actor, at: free.at)
                    waiting.removeFirst()
                } else if let named {
                    add(named.command(codes[named.dossier]), by: named.actor, at: named.at)
                    home.removeFirst()
                } else {
                    return
                }
            }
        }

        private mutating func add(_ act: Act, on intake: Dossiers.Intake, code: inout String) {
            let command: Dossiers.Command
            switch act.deed {
            case .receive:
                code = nextCode(of: intake.office, on: act.at.day)
                command = .receive(intake)
            case .askSupplement(let item, let reason, let papers):
                command = .askSupplement(code, item, reason: reason, papers: papers)
            case .work(let work): command = .act(code, work)
            }
            add(.dossiers(command), by: act.actor, at: act.at)
        }

        /// Officer for administrative reform in Home Affairs: writes and publishes processes.
        private static let editor = PersonID("cchc.nv")

        /// Counted as the register counts: an office, a day, a running number.
        private mutating func nextCode(of office: UnitID, on day: DayNumber) -> String {
            let key = Numbered(office: office, day: day)
            let number = (numbers[key] ?? 0) + 1
            numbers[key] = number
            return Dossiers.code(
                of: organisation.units[office]?.code ?? office.rawValue, on: day, number: number)
        }

        private mutating func add(_ command: OfficeCommand, by actor: Actor?, at: LocalMinute) {
            var salt: [UInt8] = []
            for _ in 0..<2 {
                var word = salts.next()
                for _ in 0..<8 {
                    salt.append(UInt8(truncatingIfNeeded: word))
                    word >>= 8
                }
            }
            var order = DeskOrder(
                command: command, actor: actor, at: Instant(at, in: zone),
                key: "demo-\(taken + orders.count + 1)", salt: salt)
            order.isRemembered = false
            orders.append(order)
        }
    }
}

extension Demo.Day {
    static let installed = DayNumber(trusted: 2016, 12, 30)
}
