// What a procedure allows of deliveries, as its sheet says.

import WorkTime

extension Deliveries {
    public struct Terms: Hashable, Sendable, Encodable {
        /// Both come in person (for a marriage, for instance): never brought.
        public var requiresPresence: Bool
        /// In the order of choice; empty where nothing says that results are brought.
        public var carriers: [Carrier]
        /// Flowers and a card: for a birth (Long Biên, 2017).
        public var hasGift: Bool

        public init(requiresPresence: Bool, carriers: [Carrier], hasGift: Bool) {
            self.requiresPresence = requiresPresence
            self.carriers = requiresPresence ? [] : carriers
            self.hasGift = hasGift
        }

        /// Without a sheet nothing is offered.
        init(_ sheet: Procedures.Sheet?) {
            let ways: [(Dossiers.ReturnWay, Carrier)] = [(.home, .officer), (.post, .post)]
            self.init(
                requiresPresence: sheet?.requiresPresence ?? false,
                carriers: ways.filter { sheet?.returnWays.contains($0.0) ?? false }.map(\.1),
                hasGift: sheet?.lifeEvents.contains(.birth) ?? false)
        }

        public var isOffered: Bool { !carriers.isEmpty }
    }
}
