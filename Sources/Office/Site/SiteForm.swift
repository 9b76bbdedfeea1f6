// The body of a posted form, `application/x-www-form-urlencoded` (WHATWG URL, section 5.1).

extension Site {
    /// Names and values in the order in which they came. Names may repeat.
    public struct Form: Sendable, Equatable {
        public let pairs: [(name: String, value: String)]

        public enum Flaw: Error, Sendable, Equatable {
            case notText(position: Int)
            case tooManyFields
            /// JSON that is no object of names and values.
            case notAnObject
        }

        /// More fields than this is no form of ours.
        static let fieldsMaximum = 2000

        public init(pairs: [(name: String, value: String)]) { self.pairs = pairs }

        /// Decodes a body. Text that is not UTF-8 is refused; NUL is dropped.
        public init(urlEncoded bytes: [UInt8]) throws(Flaw) {
            var pairs: [(name: String, value: String)] = []
            if bytes.isEmpty {
                self.pairs = []
                return
            }
            for part in bytes.split(separator: UInt8(ascii: "&")) {
                if pairs.count == Self.fieldsMaximum { throw .tooManyFields }
                let halves = part.split(
                    separator: UInt8(ascii: "="), maxSplits: 1, omittingEmptySubsequences: false)
                let name = try Self.decode(halves[0])
                let value = halves.count == 2 ? try Self.decode(halves[1]) : ""
                pairs.append((name, value))
            }
            self.pairs = pairs
        }

        /// The first value of a name, without white space at its ends.
        public subscript(name: String) -> String {
            pairs.first { $0.name == name }.map { Self.trimmed($0.value) } ?? ""
        }

        /// All values of a name.
        public func all(_ name: String) -> [String] {
            pairs.filter { $0.name == name }.map { Self.trimmed($0.value) }
        }

        /// The lines of all values of a name: a list that a program sends is one value of lines.
        func lines(_ name: String) -> [String] { all(name).flatMap { Dossiers.lines($0) } }

        /// The same with one value of a name in place of all it had.
        func with(_ name: String, _ value: String) -> Form {
            Form(pairs: pairs.filter { $0.name != name } + [(name, value)])
        }

        public static func == (a: Form, b: Form) -> Bool {
            a.pairs.count == b.pairs.count && zip(a.pairs, b.pairs).allSatisfy { $0 == $1 }
        }
    }
}

extension Site.Form {
    private static func decode(_ part: ArraySlice<UInt8>) throws(Flaw) -> String {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(part.count)
        var index = part.startIndex
        while index < part.endIndex {
            let byte = part[index]
            if byte == UInt8(ascii: "+") {
                bytes.append(UInt8(ascii: " "))
            } else if byte == UInt8(ascii: "%"), index + 2 < part.endIndex,
                let high = hexDigit(part[index + 1]), let low = hexDigit(part[index + 2])
            {
                bytes.append(high << 4 | low)
                index += 2
            } else {
                bytes.append(byte)
            }
            index += 1
        }
        bytes.removeAll { $0 == 0 }
        guard let text = String(validating: bytes, as: UTF8.self) else {
            throw .notText(position: part.startIndex)
        }
        return text
    }

    private static func hexDigit(_ byte: UInt8) -> UInt8? {
        switch byte {
        case UInt8(ascii: "0")...UInt8(ascii: "9"): byte - UInt8(ascii: "0")
        case UInt8(ascii: "a")...UInt8(ascii: "f"): byte - UInt8(ascii: "a") + 10
        case UInt8(ascii: "A")...UInt8(ascii: "F"): byte - UInt8(ascii: "A") + 10
        default: nil
        }
    }

    private static func trimmed(_ text: String) -> String {
        var text = Substring(text)
        while let first = text.first, first.isWhitespace { text.removeFirst() }
        while let last = text.last, last.isWhitespace { text.removeLast() }
        return String(text)
    }
}
