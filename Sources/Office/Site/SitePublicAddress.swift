// Under which address people outside reach the site: what a QR code on paper leads to.

import Synchronization

extension Site {
    /// `https://motcua.example.vn`, without a slash at its end. Stated when the server starts, or
    /// derived from where it listens.
    public final class PublicAddress: Sendable {
        private let value: Mutex<String>
        /// Whether somebody said so; else it is only where the server listens.
        public let isStated: Bool

        /// - Parameter text: `http://` or `https://`, a host, perhaps a port and a path. `nil` for
        ///   anything else.
        public init?(stating text: String) {
            guard let text = Self.checked(text) else { return nil }
            value = Mutex(text)
            isStated = true
        }

        /// Where the server listens on its own machine, until `listens` tells more.
        public init() {
            value = Mutex("http://127.0.0.1:8080")
            isStated = false
        }

        public var text: String { value.withLock { $0 } }

        /// The server opened its port. Changes nothing that was stated.
        public func listens(host: String, port: Int) {
            if isStated { return }
            let isEverywhere = ["0.0.0.0", "::", ""].contains(host)
            let name = isEverywhere ? "127.0.0.1" : host.contains(":") ? "[\(host)]" : host
            value.withLock { $0 = "http://\(name):\(port)" }
        }

        /// Letters that an address of a site may hold: no user, no query, no fragment.
        private static func checked(_ text: String) -> String? {
            let scheme = ["https://", "http://"].first { text.hasPrefix($0) }
            guard let scheme, text.utf8.count <= 200 else { return nil }
            var rest = Substring(text.dropFirst(scheme.count))
            while rest.last == "/" { rest.removeLast() }
            guard let first = rest.first, first.isASCII,
                first.isLetter || first.isNumber || first == "[",
                rest.allSatisfy({
                    $0.isASCII && ($0.isLetter || $0.isNumber || "-._~:/[]".contains($0))
                }), !rest.contains("//")
            else { return nil }
            return scheme + rest
        }
    }
}
