// What is asked of a report, and the sums it is made of.

import Engine
import ProcessModel
import WorkTime

extension Reports {
    /// Period, and what is looked at of it.
    public struct Filter: Hashable, Sendable {
        public var period: DaySpan
        public var office: UnitID?
        public var channel: Dossiers.Channel?

        public init(period: DaySpan, office: UnitID? = nil, channel: Dossiers.Channel? = nil) {
            self.period = period
            self.office = office
            self.channel = channel
        }
    }

    /// Whose dossiers may be counted.
    public enum Limit: Hashable, Sendable {
        /// The whole installation: for its operator, at the command line.
        case all
        /// All dossiers of these offices.
        case offices([UnitID])
        /// Only dossiers in which these units had a part.
        case units([UnitID])

        /// Whole offices where the viewer sees the committee itself, else the own units.
        public init(of viewer: Viewer, in organisation: People.Organisation) {
            self.init(of: viewer.visibleUnits, in: organisation)
        }

        init(of units: [UnitID], in organisation: People.Organisation) {
            let offices = units.filter { organisation.units[$0]?.kind == .committee }
            self = offices.isEmpty ? .units(units) : .offices(offices)
        }
    }

    /// Numbers of dossiers in a period.
    public struct Sums: Hashable, Sendable, Encodable {
        /// Received in the period, by channel.
        public var online = 0
        public var counter = 0
        public var post = 0
        /// Received before the period and not resolved when it began.
        public var carriedOver = 0
        /// Resolved in the period, by class.
        public var early = 0
        public var onTime = 0
        public var late = 0
        /// Resolved in the period without a published limit: no class can be given.
        public var unclassed = 0
        /// In progress at the end of the period and past the appointment.
        public var overdue = 0

        public init() {}

        public var received: Int { online + counter + post }
        /// Column 3: received for resolving.
        public var taken: Int { received + carriedOver }
        /// Column 7.
        public var resolved: Int { early + onTime + late + unclassed }
        /// Early and on time together.
        public var timely: Int { early + onTime }
        /// Resolved with a class: the base of shares in time.
        public var classed: Int { timely + late }
        /// Column 11: what was taken and is not resolved.
        public var open: Int { taken - resolved }
        public var openInTime: Int { open - overdue }

        public static func + (a: Sums, b: Sums) -> Sums {
            var sum = a
            for path in paths { sum[keyPath: path] += b[keyPath: path] }
            return sum
        }

        private static var paths: [WritableKeyPath<Sums, Int>] {
            [
                \.online, \.counter, \.post, \.carriedOver, \.early, \.onTime, \.late,
                \.unclassed, \.overdue,
            ]
        }
    }

    /// The smallest part that is counted: an office, a process, a channel.
    struct Cell: Hashable, Sendable {
        var office: UnitID
        var process: ProcessCode
        var sums: Sums
    }

    /// A row of a table: a part of the whole with its name and sums.
    public struct Row: Hashable, Sendable, Encodable {
        /// Identifier of the unit, code of the process, name of the field, or `2017-03`.
        public var id: String
        public var name: String
        public var sums: Sums
    }
}

extension Reports.Sums {
    private enum CodingKeys: String, CodingKey {
        case received, online, counter, post, carriedOver, taken, early, onTime, late, unclassed
        case resolved, open, openInTime, overdue
    }

    /// The sums with what follows from them, so that a program need not add.
    public func encode(to encoder: any Encoder) throws {
        var fields = encoder.container(keyedBy: CodingKeys.self)
        let values: [(CodingKeys, Int)] = [
            (.received, received), (.online, online), (.counter, counter), (.post, post),
            (.carriedOver, carriedOver), (.taken, taken), (.early, early), (.onTime, onTime),
            (.late, late), (.unclassed, unclassed), (.resolved, resolved), (.open, open),
            (.openInTime, openInTime), (.overdue, overdue),
        ]
        for (key, value) in values { try fields.encode(value, forKey: key) }
    }
}

extension Sequence where Element == Reports.Sums {
    func sum() -> Reports.Sums { reduce(Reports.Sums(), +) }
}
