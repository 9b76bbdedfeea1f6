// What a measure says of its calls: each number once, none left out, the times in their order.

import Foundation
import Synchronization
import Testing

@testable import RoViec

struct BenchWaveTests {
    private struct Tired: Error {}

    /// Numbers in the order in which they were given out.
    private final class Seen: Sendable {
        let numbers = Mutex<[Int]>([])
        func add(_ number: Int) { numbers.withLock { $0.append(number) } }
        var all: [Int] { numbers.withLock { $0 } }
    }

    @Test(arguments: [(1, 1), (10, 1), (10, 3), (3, 10), (200, 8)])
    func `each number is called once`(count: Int, callers: Int) async throws {
        let seen = Seen()
        var wave = BenchWave()
        try await wave.run(count, callers: callers) { seen.add($0) }
        #expect(seen.all.sorted() == Array(0..<count))
        #expect(wave.calls.count == count)
        #expect(wave.perSecond > 0)
        #expect(wave.wallNanoseconds > 0)
    }

    @Test func `one caller calls in order`() async throws {
        let seen = Seen()
        var wave = BenchWave()
        try await wave.run(50, callers: 1) { seen.add($0) }
        #expect(seen.all == Array(0..<50))
    }

    @Test func `a call that fails ends the measure`() async throws {
        var wave = BenchWave()
        await #expect(throws: Tired.self) {
            try await wave.run(10, callers: 2) { if $0 == 4 { throw Tired() } }
        }
        #expect(wave.calls.isEmpty)
    }

    @Test func `waves add up, and shares of a hundred stand in their order`() async throws {
        var all = BenchWave()
        #expect(all.milliseconds(percent: 50) == 0)
        #expect(all.processorMilliseconds == 0)
        for _ in 0..<3 {
            var wave = BenchWave()
            try await wave.run(40, callers: 4) { _ in await Task.yield() }
            all.add(wave)
        }
        #expect(all.calls.count == 120)
        let shares = [0, 50, 99, 100].map { all.milliseconds(percent: $0) }
        #expect(shares == shares.sorted())
        #expect(shares[0] == Double(all.calls.min() ?? 0) / 1e6)
        #expect(all.processorMilliseconds >= 0)
    }

    @Test func `the process has used a processor and some memory`() throws {
        let before = BenchUsage.now().processorNanoseconds
        var sum = 0
        for number in 0..<3_000_000 { sum &+= number ^ (sum >> 3) }
        #expect(BenchUsage.now().processorNanoseconds >= before, "\(sum)")
        #expect(try #require(BenchUsage.residentMegabytes()) > 1)
    }

    @Test func `files of a folder are counted, and no folder is none`() async throws {
        try await withWorkFolder { folder in
            #expect(BenchUsage.bytes(inFolder: folder.path("nowhere")) == nil)
            try folder.write("a", [1, 2, 3])
            try folder.write("b", [UInt8](repeating: 0, count: 1000))
            let bytes = BenchUsage.bytes(inFolder: folder.root.path)
            #expect(bytes == 1003)
        }
    }
}
