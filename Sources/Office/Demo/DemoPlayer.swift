// Plays the demo's history through the Desk with a clock of its own: organisation, processes, then
// every act of the plan in the order of time.
//
// Many orders go into one commit, always cut at the same places and always in the same order, with
// keys and salts of the fixed seed: the ledger is the same to the byte on every run. Each evening
// the office makes its round.

import Engine
import ProcessModel
import WorkTime

extension Demo {
    public struct Player: Sendable {
        let desk: Desk
        let seed: UInt64
        /// Only so many dossiers, the earliest; all of them when `nil`.
        let limit: Int?
        /// Orders of one commit.
        static let batchSize = 500

        /// What was played.
        public struct Summary: Sendable, Hashable {
            public var orders = 0
            public var dossiers = 0
        }

        /// A command of the script was refused: the plan and the rules have parted.
        public struct Refused: Error, CustomStringConvertible {
            public let key: String
            public let command: String
            public let reason: String
            public var description: String { "\(key): \(command) was refused: \(reason)" }
        }

        public init(desk: Desk, seed: UInt64 = 2017, limit: Int? = nil) {
            self.desk = desk
            self.seed = seed
            self.limit = limit
        }

        /// Plays everything into an empty office.
        /// - Parameter progress: called after each commit with the orders played and the total.
        public func play(
            progress: @Sendable (Int, Int) -> Void = { _, _ in }
        ) async throws -> Summary {
            let processes = try Processes()
            var script = try Script(seed: seed, zone: desk.sources.zone)
            let sheets = try Demo.sheets()
            try script.install(
                organisation: organisationCommands(), processes: processes.all, sheets: sheets)
            var plan = try Plan(
                processes: processes, organisation: script.organisation, calendar: .vietnam,
                seed: seed)
            if let limit { plan = plan.first(limit) }
            let filings = try Demo.waitingFilings(
                processes: processes, sheets: sheets, seed: seed)
            let deliveries = Demo.deliveries(of: plan, processes: processes, sheets: sheets)
            script.play(
                plan, filings: limit == nil ? filings : [],
                petitions: limit == nil ? try Demo.petitionActs(Ward.all()) : [],
                deliveries: limit == nil ? deliveries : [],
                coded: limit == nil
                    ? try Demo.coded(
                        of: plan, processes: processes, organisation: script.organisation,
                        seed: seed) : [],
                free: limit == nil ? try Demo.freeActs(Ward.all()) : [])
            try await perform(script.orders, progress)
            return Summary(orders: script.orders.count, dossiers: plan.dossiers.count)
        }

        func perform(
            _ orders: [DeskOrder], _ progress: @Sendable (Int, Int) -> Void
        ) async throws {
            var next = 0
            while next < orders.count {
                let day = orders[next].at.local(in: desk.sources.zone).day
                let end = orders[next...].prefix(Self.batchSize).firstIndex {
                    $0.at.local(in: desk.sources.zone).day != day
                }
                let full = min(next + Self.batchSize, orders.count)
                let batch = Array(orders[next..<(end ?? full)])
                let answers = try await desk.perform(batch)
                for (order, answer) in zip(batch, answers) {
                    if case .failure(let error) = answer {
                        throw Refused(
                            key: order.key, command: "\(order.command)", reason: "\(error)")
                    }
                }
                next += batch.count
                progress(next, orders.count)
                let isEvening =
                    next == orders.count
                    || orders[next].at.local(in: desk.sources.zone).day != day
                // The evening of the opening day is still to come.
                if isEvening, day < Day.today { try await makeRound(onEveningOf: day) }
            }
        }

        private func makeRound(onEveningOf day: DayNumber) async throws {
            let evening = LocalMinute(startOf: day) + 18 * 60
            let outcome = try await desk.makeRound(at: Instant(evening, in: desk.sources.zone))
            if let failure = outcome.failures.first {
                throw Refused(key: "round \(day.text)", command: "timers", reason: failure)
            }
        }
    }
}
