// Reads a QR code again, as a camera's program does once the square stands straight (ISO/IEC
// 18004:2015, 7 and 12): format, mask, codewords, blocks, segments. Only error correction M up to
// version 10; errors are not mended but found.

@testable import Office

struct QRReader {
    struct Unreadable: Error {
        let why: String
    }

    let code: Site.QRCode
    var version: Int { (code.side - 17) / 4 }

    /// Number of blocks and data codewords of each, then error codewords a block, for level M.
    private static let blocks: [([(count: Int, data: Int)], ec: Int)] = [
        ([(1, 16)], 10), ([(1, 28)], 16), ([(1, 44)], 26), ([(2, 32)], 18), ([(2, 43)], 24),
        ([(4, 27)], 16), ([(4, 31)], 18), ([(2, 38), (2, 39)], 22), ([(3, 36), (2, 37)], 22),
        ([(4, 43), (1, 44)], 26),
    ]

    private static let centres = [
        [], [6, 18], [6, 22], [6, 26], [6, 30], [6, 34], [6, 22, 38], [6, 24, 42], [6, 26, 46],
        [6, 28, 50],
    ]

    func text() throws -> String {
        guard (1...10).contains(version), code.side == version * 4 + 17 else {
            throw Unreadable(why: "side \(code.side)")
        }
        let (level, mask) = format
        guard level == 0 else { throw Unreadable(why: "level \(level) is not M") }
        let data = try data(of: codewords(mask: mask))
        return try QRSegments(bytes: data, version: version).text()
    }

    /// Level (0 is M) and mask, from the fifteen bits around the corner at the top left.
    var format: (level: Int, mask: Int) {
        let places =
            (0...5).map { (8, $0) } + [(8, 7), (8, 8), (7, 8)] + (0...5).reversed().map { ($0, 8) }
        let bits = places.reduce(0) { $0 << 1 | (code.isDark(row: $1.0, column: $1.1) ? 1 : 0) }
        let shown = (bits ^ 0x5412) >> 10
        return (shown >> 3, shown & 7)
    }

    /// Data and error codewords as they lie in the square.
    func codewords(mask: Int) -> [UInt8] {
        var bits: [Bool] = []
        var isUpwards = true
        var right = code.side - 1
        while right > 0 {
            if right == 6 { right -= 1 }
            let rows = Array(0..<code.side)
            for row in isUpwards ? rows.reversed() : rows {
                for column in [right, right - 1] where !isFunction(row, column) {
                    bits.append(
                        code.isDark(row: row, column: column) != Self.inverts(mask, row, column))
                }
            }
            isUpwards.toggle()
            right -= 2
        }
        return stride(from: 0, to: bits.count - bits.count % 8, by: 8).map { start in
            bits[start..<start + 8].reduce(UInt8(0)) { $0 << 1 | ($1 ? 1 : 0) }
        }
    }

    private static func inverts(_ mask: Int, _ row: Int, _ column: Int) -> Bool {
        let product = row * column
        return switch mask {
        case 0: (row + column) % 2 == 0
        case 1: row % 2 == 0
        case 2: column % 3 == 0
        case 3: (row + column) % 3 == 0
        case 4: (row / 2 + column / 3) % 2 == 0
        case 5: product % 2 + product % 3 == 0
        case 6: (product % 2 + product % 3) % 2 == 0
        default: ((row + column) % 2 + product % 3) % 2 == 0
        }
    }

    /// Finders with their separators and format, timing, alignment, version.
    private func isFunction(_ row: Int, _ column: Int) -> Bool {
        let far = code.side - 8
        if row <= 8, column <= 8 || column >= far { return true }
        if row >= far, column <= 8 { return true }
        if row == 6 || column == 6 { return true }
        if version >= 7, row < 6 && column >= far - 3 || column < 6 && row >= far - 3 {
            return true
        }
        let centres = Self.centres[version - 1]
        guard let last = centres.last else { return false }
        for top in centres {
            for left in centres {
                let isCorner = [(6, 6), (6, last), (last, 6)].contains { $0 == (top, left) }
                if !isCorner, abs(row - top) <= 2, abs(column - left) <= 2 { return true }
            }
        }
        return false
    }

    /// The blocks apart again, each proved to be free of errors.
    private func data(of words: [UInt8]) throws -> [UInt8] {
        let (groups, ec) = Self.blocks[version - 1]
        let sizes = groups.flatMap { group in Array(repeating: group.data, count: group.count) }
        guard words.count >= sizes.reduce(0, +) + ec * sizes.count else {
            throw Unreadable(why: "\(words.count) codewords")
        }
        var blocks = sizes.map { _ in [UInt8]() }
        var next = 0
        for place in 0..<(sizes.max() ?? 0) {
            for block in sizes.indices where place < sizes[block] {
                blocks[block].append(words[next])
                next += 1
            }
        }
        let data = blocks.flatMap { $0 }
        for _ in 0..<ec {
            for block in sizes.indices {
                blocks[block].append(words[next])
                next += 1
            }
        }
        guard blocks.allSatisfy({ QRField.isWhole($0, ec: ec) }) else {
            throw Unreadable(why: "a block has errors")
        }
        return data
    }
}

/// The field of 256 elements in which Reed and Solomon reckon, over x⁸ + x⁴ + x³ + x² + 1.
private enum QRField {
    static func product(_ a: UInt8, _ b: UInt8) -> UInt8 {
        var (a, b, sum) = (Int(a), Int(b), 0)
        while b > 0 {
            if b & 1 == 1 { sum ^= a }
            a = a & 0x80 == 0 ? a << 1 : a << 1 ^ 0x11D
            b >>= 1
        }
        return UInt8(sum)
    }

    /// Whether the block is zero at the first `ec` powers of 2.
    static func isWhole(_ block: [UInt8], ec: Int) -> Bool {
        var point: UInt8 = 1
        for _ in 0..<ec {
            if block.reduce(UInt8(0), { product($0, point) ^ $1 }) != 0 { return false }
            point = product(point, 2)
        }
        return true
    }
}

/// Digits, capitals and bytes, one after the other.
private struct QRSegments {
    let bytes: [UInt8]
    let version: Int
    private var position = 0

    init(bytes: [UInt8], version: Int) {
        self.bytes = bytes
        self.version = version
    }

    private static let letters = Array("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:".utf8)

    private mutating func bits(_ count: Int) throws -> Int {
        guard position + count <= bytes.count * 8 else {
            throw QRReader.Unreadable(why: "a segment is cut")
        }
        var value = 0
        for place in position..<position + count {
            value = value << 1 | Int(bytes[place / 8] >> UInt8(7 - place % 8)) & 1
        }
        position += count
        return value
    }

    func text() throws -> String {
        var (reader, found) = (self, [UInt8]())
        let isLarge = version >= 10
        while reader.position + 4 <= bytes.count * 8 {
            switch try reader.bits(4) {
            case 0: return String(decoding: found, as: UTF8.self)
            case 1: found += try reader.digits(try reader.bits(isLarge ? 12 : 10))
            case 2: found += try reader.capitals(try reader.bits(isLarge ? 11 : 9))
            case 4:
                let count = try reader.bits(isLarge ? 16 : 8)
                for _ in 0..<count { found.append(UInt8(try reader.bits(8))) }
            case let mode: throw QRReader.Unreadable(why: "mode \(mode)")
            }
        }
        return String(decoding: found, as: UTF8.self)
    }

    private mutating func digits(_ count: Int) throws -> [UInt8] {
        var (left, found) = (count, [UInt8]())
        while left > 0 {
            let group = min(3, left)
            let number = String(try bits([0, 4, 7, 10][group]))
            found += Array(String(repeating: "0", count: group - number.count).utf8)
            found += Array(number.utf8)
            left -= group
        }
        return found
    }

    private mutating func capitals(_ count: Int) throws -> [UInt8] {
        var (left, found) = (count, [UInt8]())
        while left > 1 {
            let pair = try bits(11)
            found += [Self.letters[pair / 45], Self.letters[pair % 45]]
            left -= 2
        }
        if left == 1 { found.append(Self.letters[try bits(6)]) }
        return found
    }
}
