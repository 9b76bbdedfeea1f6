// A clock for measuring: monotonic nanoseconds of the machine.

import Dispatch

enum BenchClock {
    static func nanoseconds() -> UInt64 { DispatchTime.now().uptimeNanoseconds }
}
