// What the process has used so far, as the operating system counts it.

import Foundation

struct BenchUsage {
    /// Processor time of all threads, user and system.
    let processorNanoseconds: Int

    static func now() -> BenchUsage {
        var usage = rusage()
        getrusage(__rusage_who_t(RUSAGE_SELF.rawValue), &usage)
        return BenchUsage(
            processorNanoseconds: nanoseconds(usage.ru_utime) + nanoseconds(usage.ru_stime))
    }

    private static func nanoseconds(_ time: timeval) -> Int {
        Int(time.tv_sec) * 1_000_000_000 + Int(time.tv_usec) * 1000
    }

    /// Memory of the process in MiB; `nil` where the system does not tell.
    static func residentMegabytes() -> Double? {
        let status = try? String(contentsOfFile: "/proc/self/status", encoding: .utf8)
        let line = status?.split(separator: "\n").first { $0.hasPrefix("VmRSS:") }
        let kilobytes = line?.split(whereSeparator: \.isWhitespace).dropFirst().first
        return kilobytes.flatMap { Double($0) }.map { $0 / 1024 }
    }

    /// Bytes of all files of a folder; `nil` when there is no such folder.
    static func bytes(inFolder path: String) -> Int? {
        let manager = FileManager.default
        guard let names = try? manager.contentsOfDirectory(atPath: path) else { return nil }
        return names.reduce(0) { sum, name in
            let attributes = try? manager.attributesOfItem(atPath: path + "/" + name)
            return sum + (attributes?[.size] as? Int ?? 0)
        }
    }
}
