// Plays several districts through several years: the demo's seven months over and over, each time
// with other people and dossiers. What is open at the end of a span goes on in the next.

import Engine
import ProcessModel
import WorkTime

extension Demo {
    public struct Years: Sendable {
        let desk: Desk
        let seed: UInt64
        let districts: Int
        let spans: Int
        /// Only so many dossiers of a district and span, the earliest; all of them when `nil`.
        let limit: Int?
        /// 31 weeks from one span to the next: weekdays stay weekdays.
        static let spanDays = 31 * 7
        /// As far as the working calendar and the wards of the demo reach.
        public static let spanLimit = 11

        /// - Parameters:
        ///   - districts: 1 or more, each with 14 wards; about 8,283 dossiers a span each.
        ///   - spans: 1 to `spanLimit`.
        public init(
            desk: Desk, seed: UInt64 = 2017, districts: Int, spans: Int, limit: Int? = nil
        ) {
            self.desk = desk
            self.seed = seed
            self.districts = max(1, districts)
            self.spans = min(max(1, spans), Self.spanLimit)
            self.limit = limit
        }

        /// Nothing is played from this moment on.
        public var opens: LocalMinute {
            LocalMinute(startOf: Day.today + (spans - 1) * Self.spanDays) + 480
        }

        /// Plays everything into an empty office.
        /// - Parameter progress: called after each span with the acts and dossiers so far.
        public func play(
            progress: @Sendable (Player.Summary) -> Void = { _ in }
        ) async throws -> Player.Summary {
            let processes = try Processes()
            let player = Player(desk: desk, seed: seed)
            let twins = (1...districts).map(Twin.init)
            let own = try organisationCommands()
            var script = try Script(seed: seed, zone: desk.sources.zone)
            try script.install(
                organisation: twins.flatMap { twin in own.map(twin.command) },
                processes: processes.all, sheets: try Demo.sheets())
            var open: [OpenDossier] = []
            var summary = Player.Summary()
            for span in 0..<spans {
                for twin in twins {
                    let plan = try Plan(
                        processes: processes, organisation: script.organisation,
                        calendar: .vietnam, seed: seed + UInt64(twin.number - 1 + span * districts),
                        twin: twin, shift: span * Self.spanDays, opens: opens)
                    let dossiers = plan.dossiers.prefix(limit ?? plan.dossiers.count)
                    open += dossiers.map(OpenDossier.init)
                    summary.dossiers += dossiers.count
                }
                let end = LocalMinute(startOf: Day.firstReceipt + (span + 1) * Self.spanDays)
                script.play(&open, until: min(end, opens))
                let orders = script.take()
                try await player.perform(orders) { _, _ in }
                summary.orders += orders.count
                progress(summary)
            }
            return summary
        }
    }
}
