// Reads `multipart/form-data` (RFC 7578) as its bytes come, however they are cut into pieces.

/// What a reader tells, in order: each part begins, has bytes, ends.
public enum MultipartEvent: Hashable, Sendable {
    case begins(MultipartPart)
    /// Never empty.
    case bytes([UInt8])
    case ends
}

/// Keeps no more than a header, or one delimiter, between two pieces.
public struct MultipartReader: Sendable {
    private enum Place { case before, delimiter, header, content, after }

    private let delimiter: [UInt8]
    private let limits: MultipartLimits
    private var place = Place.before
    /// Bytes whose meaning is not known yet. The first delimiter has no line end before it.
    private var waiting: [UInt8] = [13, 10]
    private var part = MultipartPart(name: "")
    private var partCount = 0
    private var partBytes = 0
    private var bodyBytes = 0

    public init(boundary: MultipartBoundary, limits: MultipartLimits = MultipartLimits()) {
        delimiter = boundary.delimiter
        self.limits = limits
    }

    /// Takes the next piece. After an error the reader is of no use.
    public mutating func take(_ piece: [UInt8]) throws(MultipartFlaw) -> [MultipartEvent] {
        bodyBytes += piece.count
        if bodyBytes > limits.bodyBytes { throw .bodyTooLarge }
        waiting += piece
        var events: [MultipartEvent] = []
        while try step(&events) {}
        return events
    }

    /// Call it when no piece comes any more.
    public func finish() throws(MultipartFlaw) {
        switch place {
        case .after: return
        case .before: throw .notBegun
        case .delimiter, .header, .content: throw .truncated
        }
    }

    /// One step; false when it takes more bytes to know.
    private mutating func step(_ events: inout [MultipartEvent]) throws(MultipartFlaw) -> Bool {
        switch place {
        case .before: return try findBeginning()
        case .delimiter: return try endDelimiter()
        case .header: return try readHeader(&events)
        case .content: return try readContent(&events)
        case .after:
            waiting.removeAll()
            return false
        }
    }

    private mutating func findBeginning() throws(MultipartFlaw) -> Bool {
        let found = waiting.position(of: delimiter)
        if (found ?? waiting.count) > limits.headerBytes { throw .notBegun }
        guard let found else { return false }
        waiting.removeFirst(found + delimiter.count)
        place = .delimiter
        return true
    }

    /// `--` ends the body, a line end begins a part; white space may stand before the line end.
    private mutating func endDelimiter() throws(MultipartFlaw) -> Bool {
        if waiting.starts(with: [45, 45]) {
            place = .after
            return true
        }
        let blanks = waiting.prefix { $0 == 32 || $0 == 9 }.count
        let rest = waiting.dropFirst(blanks).prefix(2)
        let isBegun = rest.first == 13 || (blanks == 0 && rest.first == 45)
        if blanks > limits.headerBytes || !(rest.isEmpty || isBegun) { throw .delimiterBroken }
        guard rest.count == 2 else { return false }
        if !rest.elementsEqual([13, 10]) { throw .delimiterBroken }
        waiting.removeFirst(blanks + 2)
        place = .header
        return true
    }

    private mutating func readHeader(
        _ events: inout [MultipartEvent]
    ) throws(MultipartFlaw) -> Bool {
        let end = waiting.position(of: [13, 10, 13, 10])
        if (end ?? waiting.count) > limits.headerBytes { throw .headerTooLarge }
        if waiting.starts(with: [13, 10]) { throw .headerInvalid }
        guard let end else { return false }
        part = try MultipartPart(header: Array(waiting[..<end]))
        partCount += 1
        if partCount > limits.parts { throw .tooManyParts }
        events.append(.begins(part))
        partBytes = 0
        waiting.removeFirst(end + 4)
        place = .content
        return true
    }

    private mutating func readContent(
        _ events: inout [MultipartEvent]
    ) throws(MultipartFlaw) -> Bool {
        let end = waiting.position(of: delimiter)
        let count = end ?? max(0, waiting.count - delimiter.count + 1)
        partBytes += count
        if partBytes > (part.isFile ? limits.fileBytes : limits.fieldBytes) {
            throw part.isFile ? .fileTooLarge(name: part.name) : .fieldTooLarge(name: part.name)
        }
        if count > 0 { events.append(.bytes(Array(waiting[..<count]))) }
        guard end != nil else {
            waiting.removeFirst(count)
            return false
        }
        events.append(.ends)
        waiting.removeFirst(count + delimiter.count)
        place = .delimiter
        return true
    }
}

extension [UInt8] {
    /// Where a pattern begins for the first time.
    fileprivate func position(of pattern: [UInt8]) -> Int? {
        guard let first = pattern.first, count >= pattern.count else { return nil }
        return withUnsafeBufferPointer { bytes in
            var start = 0
            while start + pattern.count <= bytes.count {
                if bytes[start] == first {
                    var length = 1
                    while length < pattern.count, bytes[start + length] == pattern[length] {
                        length += 1
                    }
                    if length == pattern.count { return start }
                }
                start += 1
            }
            return nil
        }
    }
}
