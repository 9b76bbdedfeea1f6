// The order of a route: addresses by ward, street, lane and number, as one walks.

extension Deliveries {
    /// A piece of an address: words before numbers would put 10 before 9.
    enum AddressPart: Hashable, Comparable {
        case number(Int)
        case word(String)
    }

    /// From the largest part to the smallest: `Số 12, ngõ 5, phố Ái Mộ` is found under `pho ai mo`,
    /// `ngo 5`, `so 12`. Marks and capitals do not count.
    static func addressKey(_ address: String) -> [[AddressPart]] {
        address.split(whereSeparator: { $0 == "," || $0 == ";" || $0.isNewline }).reversed()
            .map { part in parts(of: Folding.fold(String(part))) }
    }

    private static func parts(of text: String) -> [AddressPart] {
        var parts: [AddressPart] = []
        var run = ""
        func end() {
            if run.isEmpty { return }
            parts.append(Int(run).map(AddressPart.number) ?? .word(run))
            run = ""
        }
        for character in text {
            let isDigit = ("0"..."9").contains(character)
            if !isDigit, !character.isLetter {
                end()
                continue
            }
            if let last = run.last, ("0"..."9").contains(last) != isDigit { end() }
            run.append(character)
        }
        end()
        return parts
    }

    /// Whether one address lies before another on the way.
    static func precedes(_ first: [[AddressPart]], _ second: [[AddressPart]]) -> Bool {
        for (a, b) in zip(first, second) where a != b {
            return a.lexicographicallyPrecedes(b)
        }
        return first.count < second.count
    }
}
