// The clock of the office. Real offices have the machine's; the demo office one of its own that
// starts on 1 August 2017, 08:00, runs in real time, and can be moved on.

import Synchronization
import WorkTime

/// An injected clock. `machine` is the real time; the offset is zero in a real office.
public final class OfficeClock: Sendable {
    private let machine: @Sendable () -> Instant
    private let offsetMilliseconds: Mutex<Int64>
    public let isDemo: Bool

    /// A real office.
    public init(machine: @escaping @Sendable () -> Instant) {
        self.machine = machine
        offsetMilliseconds = Mutex(0)
        isDemo = false
    }

    /// A demo office whose time is `start` now.
    public init(machine: @escaping @Sendable () -> Instant, demoStart start: Instant) {
        self.machine = machine
        offsetMilliseconds = Mutex(start.milliseconds - machine().milliseconds)
        isDemo = true
    }

    public var now: Instant {
        let offset = offsetMilliseconds.withLock { $0 }
        return Instant(milliseconds: machine().milliseconds + offset)
    }

    /// Moves a demo office on; a clock never goes back, and a real one is not moved.
    public func advance(minutes: Int) {
        guard isDemo, minutes > 0 else { return }
        offsetMilliseconds.withLock { $0 += Int64(minutes) * 60_000 }
    }
}
