// What a file is, by its bytes while they come. Its name and what the sender calls it do not count.

extension Attachments {
    /// Looks at the beginning of one file.
    struct Look: Sendable {
        let limits: Limits
        private var head: [UInt8] = []
        private var walk = JPEGWalk()
        private(set) var kind: Kind?
        /// Enough was seen: there is nothing against the file.
        private(set) var isSettled = false

        /// Bytes after which a kind is known, and the size of a PNG.
        private static let headBytes = 24

        init(limits: Limits) { self.limits = limits }

        /// - Throws: `kindUnknown`, `damaged`, `pictureTooLarge`.
        mutating func take(_ bytes: some Collection<UInt8>) throws(Rejection) {
            if isSettled { return }
            let missing = Self.headBytes - head.count
            if missing > 0 { head += bytes.prefix(missing) }
            if kind == nil {
                guard head.count == Self.headBytes else { return }
                kind = try Self.kind(of: head)
                if kind == .jpeg { walk.take(head.dropFirst(2)) }
                if kind == .jpeg { walk.take(bytes.dropFirst(missing)) }
            } else if kind == .jpeg {
                walk.take(bytes)
            }
            try settle()
        }

        /// Call it after the last byte.
        mutating func finish() throws(Rejection) -> Kind {
            if kind == nil { kind = try Self.kind(of: head) }
            guard let kind, isSettled else { throw .damaged }
            return kind
        }

        private mutating func settle() throws(Rejection) {
            switch kind {
            case .pdf: isSettled = true
            case .png:
                guard let size = pngSize(head) else { throw .damaged }
                try check(size)
            case .jpeg:
                if walk.isBroken { throw .damaged }
                if let size = walk.size { try check(size) }
            case nil: return
            }
        }

        private mutating func check(_ size: PictureSize) throws(Rejection) {
            if size.width == 0 || size.height == 0 { throw .damaged }
            let points = size.width.multipliedReportingOverflow(by: size.height)
            if points.overflow || points.partialValue > limits.picturePoints
                || max(size.width, size.height) > limits.pictureSide
            {
                throw .pictureTooLarge(width: size.width, height: size.height)
            }
            isSettled = true
        }

        /// - Throws: `kindUnknown`.
        static func kind(of head: [UInt8]) throws(Rejection) -> Kind {
            if head.starts(with: Array("%PDF-".utf8)) { return .pdf }
            if head.starts(with: [0xFF, 0xD8, 0xFF]) { return .jpeg }
            if head.starts(with: [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]) { return .png }
            throw .kindUnknown
        }
    }
}
