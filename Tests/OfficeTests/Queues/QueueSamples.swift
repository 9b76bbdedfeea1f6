// A line of an invented one-stop shop, and how the test office asks for it.

import Engine
import HTTPTypes
import Ledger
import Testing
import WorkTime

@testable import Office

enum QueueSamples {
    static let start = LocalMinute("2017-07-03T09:00") ?? .init(rawValue: 0)

    /// A day on which these numbers were drawn, one a minute; true comes first.
    static func day(_ priorities: [Bool], fields: [String] = []) -> Queues.Day {
        var day = Queues.Day(office: "p", day: start.day)
        day.apply(.opened(office: "p", day: start.day))
        for (index, isPriority) in priorities.enumerated() {
            day.apply(
                .drawn(
                    drawing: Queues.Drawing(
                        number: index + 1, field: fields.isEmpty ? "" : fields[index],
                        isPriority: isPriority, at: start + index)))
        }
        return day
    }

    static func around(
        now: LocalMinute = start, fields: [String] = ["Hộ tịch"],
        hours: ClosedRange<LocalMinute>? = (start + -60)...(start + 480), isOfficer: Bool = false
    ) -> Queues.Surroundings {
        Queues.Surroundings(
            office: "p", fields: fields, now: now, hours: hours, isOfficer: isOfficer)
    }
}

extension Queues.Day {
    /// Decides and lives through it.
    mutating func perform(_ act: Queues.Act, at now: LocalMinute = QueueSamples.start) throws {
        for event in try Queues.decide(act, on: self, at: now) { apply(event) }
    }
}

extension DossierTestOffice {
    @discardableResult
    func draw(
        _ wish: Queues.Wish = Queues.Wish(), by person: PersonID? = nil, in office: UnitID = "p",
        key: String? = nil
    ) async throws -> Int {
        let answer = try await desk.perform(
            .queues(.draw(office, wish)), by: person.map { Actor($0) }, at: sources.now, key: key,
            fingerprint: Array("\(wish)".utf8))
        return try await desk.read { try #require(try $0.drawnNumber(by: answer)) }
    }

    func queueAct(
        _ act: Queues.Act, by person: PersonID? = "chi", in office: UnitID = "p"
    ) async throws {
        _ = try await desk.perform(
            .queues(.act(office, act)), by: person.map { Actor($0) }, at: sources.now)
    }

    func queueDay(_ office: UnitID = "p") async throws -> Queues.Day {
        let today = now.day
        return try await desk.read {
            try #require(try $0.toldQueue(of: office, on: today)).state
        }
    }

    func queueConsole(
        _ person: PersonID = "chi", window: Int? = 1, field: String = ""
    ) async throws -> Queues.Console {
        let (viewer, now) = (try await viewer(person), now)
        return try await desk.read {
            try $0.queueConsole(for: viewer, window: window, field: field, at: now)
        }
    }
}
