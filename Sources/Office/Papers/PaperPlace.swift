// The place that an official paper names before its date.

extension Papers {
    private static let offices = ["UBND ", "Ủy ban nhân dân "]
    private static let levels = [
        "phường ", "xã ", "thị trấn ", "quận ", "huyện ", "thị xã ", "thành phố ", "tỉnh ",
    ]

    /// The name of the unit whose committee it is (NĐ 30/2020, unconfirmed); a number alone is no
    /// name, so its kind stays. `nil` where the office is called otherwise.
    static func place(of office: String) -> String? {
        guard let kind = offices.first(where: { office.hasPrefix($0) }) else { return nil }
        let unit = office.dropFirst(kind.count)
        guard let level = levels.first(where: { unit.hasPrefix($0) }) else { return nil }
        let name = unit.dropFirst(level.count)
        if name.first?.isNumber == true { return unit.prefix(1).uppercased() + unit.dropFirst() }
        return name.isEmpty ? nil : String(name)
    }
}
