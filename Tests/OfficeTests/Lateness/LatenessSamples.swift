// Histories by hand, as tables of tests write them.

import Engine
import Testing
import WorkTime

@testable import Office

enum LatenessSamples {
    /// `3T09:30` is 09:30 on 3 July 2017, a Monday.
    static func moment(_ text: String) -> LocalMinute {
        let parts = text.split(separator: "T")
        let day = (parts.first.map(String.init) ?? "").count == 1 ? "0\(parts[0])" : "\(parts[0])"
        return LocalMinute("2017-07-\(day)T\(parts.last ?? "")") ?? LocalMinute(rawValue: 0)
    }

    static func stretch(_ from: String, _ until: String?) -> Lateness.Stretch {
        .init(from: moment(from), until: until.map(moment))
    }

    static func turn(
        _ unit: UnitID, _ from: String, _ until: String?, isOffered: Bool = false
    ) -> Lateness.Turn {
        .init(time: stretch(from, until), unit: unit, isOffered: isOffered)
    }

    static func work(
        _ allotment: Int?, _ turns: Lateness.Turn..., party: Lateness.Party = .office,
        isRework: Bool = false, stops: [Lateness.Stretch] = []
    ) -> Lateness.Work {
        .init(
            party: party, allotment: allotment, isRework: isRework, turns: turns, stops: stops)
    }

    static func history(
        begin: String = "3T08:00", due: String, end: String, stops: [Lateness.Stretch] = [],
        _ work: Lateness.Work...
    ) -> Lateness.History {
        .init(
            begin: moment(begin), due: moment(due), end: moment(end), stops: stops, work: work)
    }

    static func downtime(
        _ from: String, _ until: String, _ units: Set<UnitID>? = nil
    ) -> Lateness.Downtime {
        .init(from: moment(from), until: moment(until), units: units)
    }

    /// `held a 60, outage b 30`.
    static func words(_ split: Lateness.Split) -> String {
        split.parts.map { "\($0.cause.rawValue) \($0.unit?.rawValue ?? "-") \($0.minutes)" }
            .joined(separator: ", ")
    }

    static func split(
        _ history: Lateness.History, _ downtimes: Lateness.Downtime...
    ) throws -> Lateness.Split {
        try Lateness.split(history, downtimes: downtimes, calendar: .vietnam)
    }
}
