// Reading the clock events of an instance.

import WorkTime

extension ClockEvent.Kind {
    /// The kind that closes what this one opens.
    var closing: ClockEvent.Kind {
        self == .supplementRequested ? .supplementReceived : .dutyDone
    }
}

extension Instance {
    /// Whether the public clock has ended, the result being ready or the matter closed.
    public var isClockEnded: Bool { clock.contains { $0.kind.ends } }

    /// Causes for which time stands still now, in the order in which they were opened.
    public var openCauses: [String] {
        var open: [String] = []
        for event in clock {
            guard let cause = event.cause else { continue }
            if event.kind.opens && !open.contains(cause) { open.append(cause) }
            if event.kind.closes { open.removeAll { $0 == cause } }
        }
        return open
    }

    /// The kind of the last opening with this cause.
    func openingKind(of cause: String) -> ClockEvent.Kind? {
        clock.last { $0.cause == cause && $0.kind.opens }?.kind
    }
}
