// The script of the demo's history: every dossier received from 3 January to 31 July 2017 with
// every
// act on it until the morning of 1 August. The first half-year is the one of the published figures.

import Engine
import ProcessModel
import WorkTime

extension Demo {
    /// A pure value of the fixed seed: the same script on every run.
    public struct Plan: Sendable {
        /// In the order of receipt.
        public private(set) var dossiers: [PlannedDossier]

        /// Nothing is played from this moment on: what is open then is the visitor's work.
        public static let opens = LocalMinute(startOf: Day.today) + 480

        public init(
            processes: Processes, organisation: People.Organisation, calendar: WorkCalendar,
            seed: UInt64 = 2017
        ) throws {
            try self.init(
                processes: processes, organisation: organisation, calendar: calendar, seed: seed,
                twin: Twin(number: 1), shift: 0, opens: Plan.opens)
        }

        /// - Parameters:
        ///   - twin: the district that is asked.
        ///   - shift: whole days by which all requests come later.
        ///   - opens: no act is planned from this moment on.
        init(
            processes: Processes, organisation: People.Organisation, calendar: WorkCalendar,
            seed: UInt64, twin: Twin, shift: Int, opens: LocalMinute
        ) throws {
            let filings = try Plan.timed(calendar, seed: seed, shift: shift)
            let maker = try IntakeMaker()
            let levels = try OnlineLevels().levels
            let catalogue = ProcessCatalogue(processes.all)
            var crew = Crew(organisation: organisation)
            var dossiers: [PlannedDossier] = []
            for (index, (moment, asked)) in filings.enumerated() {
                var filing = asked
                filing.office = twin.unit(asked.office)
                guard let version = catalogue[filing.process] else {
                    throw DataError.badValue(
                        filing.process.rawValue, column: "process", table: "demand")
                }
                var chance = Chance(seed: seed, of: "dossier \(index)")
                let intake = maker.intake(
                    filing, version, level: levels[version.code], at: moment, &chance)
                let isLong = (version.total?.minutes(perDay: 480) ?? 4_800) > 1_440
                let plot = Case(
                    filing: filing, version: version, intake: intake,
                    story: Story.choose(&chance, isLong: isLong), received: moment)
                let acts = try Plan.acts(plot, calendar, &crew, chance)
                dossiers.append(
                    PlannedDossier(
                        number: index + 1, ward: filing.ward.slug, channel: filing.channel,
                        story: plot.story, intake: intake,
                        acts: acts.filter { $0.at < opens }))
            }
            self.dossiers = dossiers
        }

        /// The earliest of them, for a small demo.
        public func first(_ count: Int) -> Plan {
            var plan = self
            plan.dossiers = Array(dossiers.prefix(count))
            return plan
        }

        /// The latest of them.
        func last(_ count: Int) -> Plan {
            var plan = self
            plan.dossiers = Array(dossiers.suffix(count))
            return plan
        }

        /// Received in the half-year of the published figures.
        public var firstHalf: [PlannedDossier] {
            dossiers.filter { $0.received.day <= Day.lastReceipt }
        }

        /// Every act with its dossier, in the order of time; at one minute in the order of
        /// dossiers.
        public var script: [(dossier: Int, act: Act)] {
            let all = dossiers.enumerated().flatMap { index, dossier in
                dossier.acts.map { (dossier: index, act: $0) }
            }
            let order = all.indices.sorted {
                (all[$0].act.at, $0) < (all[$1].act.at, $1)
            }
            return order.map { all[$0] }
        }

        private static func timed(
            _ calendar: WorkCalendar, seed: UInt64, shift: Int
        ) throws -> [(LocalMinute, Filing)] {
            var chance = Chance(seed: seed, of: "receipts")
            var receipts: [DayNumber: Receipts] = [:]
            var timed: [(at: LocalMinute, filing: Filing)] = []
            for filing in try Demo.filings(wards: try Ward.all()) {
                let known = receipts[filing.from]
                let days =
                    try known
                    ?? Receipts(
                        from: filing.from + shift, through: filing.through + shift,
                        calendar: calendar)
                receipts[filing.from] = days
                timed.append((days.moment(&chance), filing))
            }
            let order = timed.indices.sorted { (timed[$0].at, $0) < (timed[$1].at, $1) }
            return order.map { (timed[$0].at, timed[$0].filing) }
        }

        private static func acts(
            _ plot: Case, _ calendar: WorkCalendar, _ crew: inout Crew, _ chance: Chance
        ) throws -> [Act] {
            guard
                var timeline = try Timeline(plot, calendar: calendar, crew: crew, chance: chance)
            else { return [] }
            let acts = try timeline.write()
            crew = timeline.crew
            return acts
        }
    }
}
