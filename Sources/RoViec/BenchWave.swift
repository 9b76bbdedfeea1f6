// Many calls of one kind, by several callers at once: how long each took and all together.

import Synchronization

/// Times of one or several waves.
struct BenchWave {
    /// Nanoseconds of each call, in no order.
    private(set) var calls: [Int] = []
    /// Wall clock from the first call to the last answer, summed over the waves.
    private(set) var wallNanoseconds = 0
    private(set) var processorNanoseconds = 0

    /// Performs calls 0 up to `count`, breadth first: each caller takes the next number.
    mutating func run(
        _ count: Int, callers: Int, _ call: @escaping @Sendable (Int) async throws -> Void
    ) async throws {
        let next = BenchNumbers(count)
        let (start, before) = (BenchClock.nanoseconds(), BenchUsage.now())
        let times = try await withThrowingTaskGroup(of: [Int].self) { group in
            for _ in 0..<callers {
                group.addTask {
                    var own: [Int] = []
                    while let number = next.take() {
                        let begin = BenchClock.nanoseconds()
                        try await call(number)
                        own.append(Int(BenchClock.nanoseconds() - begin))
                    }
                    return own
                }
            }
            return try await group.reduce(into: []) { $0 += $1 }
        }
        wallNanoseconds += Int(BenchClock.nanoseconds() - start)
        processorNanoseconds +=
            BenchUsage.now().processorNanoseconds - before.processorNanoseconds
        calls += times
    }

    mutating func add(_ other: BenchWave) {
        calls += other.calls
        wallNanoseconds += other.wallNanoseconds
        processorNanoseconds += other.processorNanoseconds
    }

    /// Calls a second over the wall clock.
    var perSecond: Double { Double(calls.count) / (Double(wallNanoseconds) / 1e9) }

    /// Processor milliseconds a call, of all threads.
    var processorMilliseconds: Double {
        Double(processorNanoseconds) / 1e6 / Double(max(1, calls.count))
    }

    /// The call that so many of a hundred do not exceed, in milliseconds.
    func milliseconds(percent: Int) -> Double {
        let sorted = calls.sorted()
        guard let last = sorted.indices.last else { return 0 }
        return Double(sorted[last * percent / 100]) / 1e6
    }
}

/// Numbers from 0, each given out once.
private final class BenchNumbers: Sendable {
    private let next = Atomic(0)
    private let count: Int

    init(_ count: Int) { self.count = count }

    func take() -> Int? {
        let number = next.wrappingAdd(1, ordering: .relaxed).oldValue
        return number < count ? number : nil
    }
}
