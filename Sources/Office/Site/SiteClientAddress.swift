// Where a request comes from, for limits that are counted by address. Never logged, never kept.

import HTTPTypes
import Hummingbird

extension Site {
    /// The address of who asks. Behind a proxy of the house that is what the proxy added last to
    /// `X-Forwarded-For`: it is believed only from this machine or a private network, and what the
    /// asker wrote before it is not. IPv6 counts by its first 64 bits: a household has those.
    static func clientAddress(of request: Request, peer: String) -> String {
        guard isOwnNetwork(peer), let name = HTTPField.Name("X-Forwarded-For"),
            let last = request.headers[values: name].last?.split(separator: ",").last
        else { return network(of: peer) }
        return network(of: String(last.filter { $0 != " " }.prefix(64)))
    }

    /// This machine, or an address of a private network (RFC 1918, RFC 4193).
    static func isOwnNetwork(_ address: String) -> Bool {
        if address.isEmpty || address == "::1" { return true }
        let lower = address.lowercased()
        if lower.hasPrefix("fc") || lower.hasPrefix("fd") { return true }
        let parts = (lower.hasPrefix("::ffff:") ? String(lower.dropFirst(7)) : lower)
            .split(separator: ".").map { Int($0) ?? -1 }
        guard parts.count == 4 else { return false }
        return parts[0] == 127 || parts[0] == 10 || (parts[0] == 192 && parts[1] == 168)
            || (parts[0] == 172 && (16...31).contains(parts[1]))
    }

    private static func network(of address: String) -> String {
        guard address.contains(":"), !address.contains(".") else { return address }
        let lower = address.lowercased()
        let gap = lower.firstRange(of: "::")
        var groups = lower[..<(gap?.lowerBound ?? lower.endIndex)].split(separator: ":")
            .map(String.init)
        while gap != nil, groups.count < 4 { groups.append("0") }
        return groups.prefix(4).joined(separator: ":")
    }
}
