// The wards that an address can be chosen from: those whose committees the office knows.

import Engine
import WorkTime

extension People.Organisation {
    /// `Phường Gia Thụy`, by name.
    func wards(on day: DayNumber) -> [String] {
        units.values.filter { $0.kind == .committee && $0.level == .ward && $0.exists(on: day) }
            .map { Self.place(of: $0.name) }.sorted()
    }

    private static func place(of committee: String) -> String {
        var name = committee[...]
        for prefix in ["Ủy ban nhân dân ", "UBND "] where name.hasPrefix(prefix) {
            name = name.dropFirst(prefix.count)
        }
        return name.prefix(1).uppercased() + name.dropFirst()
    }
}
