// How somebody can be reached, as it is compared: two ways to write one address are one.

import WorkTime

extension Contacts {
    public enum Channel: String, Hashable, Sendable, Codable, CaseIterable {
        case email, sms
    }

    /// An address that something can be sent to.
    public struct Address: Hashable, Sendable {
        public let channel: Channel
        /// E-mail in small letters; a number of a mobile telephone as `+84912345678`.
        public let text: String

        /// - Returns: `nil` for what nothing can be sent to.
        public init?(_ channel: Channel, _ typed: String) {
            switch channel {
            case .email:
                guard let address = Notices.plainAddress(typed) else { return nil }
                text = address
            case .sms:
                guard let number = Contacts.mobile(typed) else { return nil }
                text = number
            }
            self.channel = channel
        }

        /// Tells who typed it that it is the right one, and nobody else what it is:
        /// `h***@example.com`, `+84*******78`.
        public var veiled: String {
            switch channel {
            case .email:
                let parts = text.split(separator: "@", maxSplits: 1)
                return "\(parts[0].prefix(1))***@\(parts.last ?? "")"
            case .sms:
                let hidden = String(repeating: "*", count: max(0, text.count - 5))
                return "\(text.prefix(3))\(hidden)\(text.suffix(2))"
            }
        }
    }

    /// What a server has set up.
    public struct Settings: Hashable, Sendable {
        /// Ways by which a code can be sent.
        public var channels: Set<Channel>
        /// Whether nothing is filed online without an address that was shown.
        public var isRequired: Bool

        public init(channels: Set<Channel> = [], isRequired: Bool = false) {
            self.channels = channels
            self.isRequired = isRequired
        }
    }

    /// The number of a mobile telephone as the world writes it; `nil` for what takes no SMS.
    /// National prefixes since 2018: 03, 05, 07, 08, 09 with ten digits; before, 01 with eleven.
    static func mobile(_ typed: String) -> String? {
        var digits = typed.filter { !" .-()".contains($0) }
        for prefix in ["+84", "0084"] where digits.hasPrefix(prefix) {
            digits = "0" + digits.dropFirst(prefix.count)
        }
        guard digits.allSatisfy({ ("0"..."9").contains($0) }), digits.first == "0",
            let second = digits.dropFirst().first
        else { return nil }
        let isMobile =
            digits.count == 10 ? "35789".contains(second) : digits.count == 11 && second == "1"
        return isMobile ? "+84" + digits.dropFirst() : nil
    }
}

extension Contacts.Address {
    /// What rows are found by: the tables name nobody.
    var digest: String { Site.digest(of: "contact\n\(channel.rawValue)\n\(text)") }
}

extension Dossiers.Applicant {
    /// The addresses that something can be sent to, in the order in which they are tried.
    var addresses: [Contacts.Address] {
        [Contacts.Address(.email, email), Contacts.Address(.sms, phone)].compactMap { $0 }
    }
}
