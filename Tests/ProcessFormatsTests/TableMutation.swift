// Damage to files as disks, editors and people do it, from a seed: the same damage each time.

/// Changes bytes and lines of a file at random places.
struct TableMutation {
    private var generator: VersionGenerator

    init(seed: UInt64) { generator = VersionGenerator(seed: seed &+ 90_000) }

    enum Kind: CaseIterable {
        case flipByte, deleteByte, doubleByte, swapBytes, deleteLine, doubleLine, moveLine, cutEnd,
            insertText, changeIndent
    }

    /// One to four changes of any kind.
    mutating func damage(_ bytes: [UInt8]) -> [UInt8] {
        var bytes = bytes
        for _ in 0...generator.next(below: 4) {
            bytes = damage(bytes, generator.one(of: Kind.allCases))
        }
        return bytes
    }

    mutating func damage(_ bytes: [UInt8], _ kind: Kind) -> [UInt8] {
        guard bytes.count > 1 else { return bytes + [0x0A] }
        var changed = bytes
        let place = generator.next(below: bytes.count)
        switch kind {
        case .flipByte: changed[place] ^= 1 << UInt8(generator.next(below: 8))
        case .deleteByte: changed.remove(at: place)
        case .doubleByte: changed.insert(bytes[place], at: place)
        case .swapBytes: changed.swapAt(place, generator.next(below: bytes.count))
        case .cutEnd: changed.removeSubrange(place...)
        case .insertText:
            let texts = Self.hostile + VersionGenerator.words
            changed.insert(contentsOf: generator.one(of: texts).utf8, at: place)
        case .deleteLine, .doubleLine, .moveLine, .changeIndent: changed = lines(of: bytes, kind)
        }
        return changed
    }

    private mutating func lines(of bytes: [UInt8], _ kind: Kind) -> [UInt8] {
        var lines = bytes.split(separator: 0x0A, omittingEmptySubsequences: false).map(Array.init)
        let place = generator.next(below: lines.count)
        let line = lines[place]
        switch kind {
        case .deleteLine: lines.remove(at: place)
        case .doubleLine: lines.insert(line, at: place)
        case .moveLine:
            lines.remove(at: place)
            lines.insert(line, at: generator.next(below: lines.count + 1))
        default:
            lines[place] = generator.chance(50) ? [0x20] + line : Array(line.dropFirst())
        }
        return Array(lines.joined(separator: [0x0A]))
    }

    static let hostile = [
        "&a ", "*a", "<<: ", "!!binary ", "!!python/object ", "%YAML 9.9\n", "---\n", "...\n",
        "? ", "- - - ", "{{", "}}", "[[[[", "\t", "\u{0}", "\u{FEFF}", "\u{2028}", "\"", "'", "|\n",
        "99999999999999999999", "-1", "1e999", "0x10", "9999-99-99", "<script>", "$(id)", "\\u0000",
        String(repeating: "a", count: 3000), ",,,,,,,,,,,", "\r", "\r\n", "\"\"\"",
    ]
}
