// What may be set. Command → decision → events.

import Engine
import WorkTime

extension Queues {
    static func decide(
        _ terms: Terms, by person: PersonID, at now: LocalMinute
    ) throws(Rejection) -> [SettingEvent] {
        for number in Number.allCases where !number.range.contains(terms[number]) {
            throw .numberOutOfRange(number)
        }
        if terms.fields.count > fieldsMaximum { throw .tooManyFields }
        var names: Set<String> = []
        for field in terms.fields {
            if field.name.allSatisfy(\.isWhitespace) || field.name.count > labelMaximum {
                throw .fieldNameInvalid(field.name)
            }
            if !names.insert(Folding.fold(field.name)).inserted { throw .fieldTwice(field.name) }
            let windows = Set(field.windows)
            if windows.isEmpty || windows.count != field.windows.count
                || !windows.allSatisfy({ (1...windowMaximum).contains($0) })
            {
                throw .fieldWindowsInvalid(field.name)
            }
        }
        if terms.priorities.count > prioritiesMaximum { throw .tooManyPriorities }
        for priority in terms.priorities {
            let labels = [priority.vi, priority.en]
            if labels.contains(where: { $0.allSatisfy(\.isWhitespace) || $0.count > labelMaximum })
                || priority.source.count > sourceMaximum
            {
                throw .priorityInvalid(priority.vi)
            }
        }
        return [.set(terms: terms, at: now, by: person)]
    }
}

extension People.Organisation {
    /// The head of the counter and those who lead the office, as for the days of deliveries.
    func mayArrangeQueue(_ person: PersonID, in office: UnitID, on day: DayNumber) -> Bool {
        maySetSlots(person, of: office, on: day)
    }
}
