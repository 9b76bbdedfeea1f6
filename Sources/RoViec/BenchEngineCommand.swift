// `roviec bench engine`: one process from start to end through the Desk, as fast as its callers
// call. Each call is a whole command: accepted, chained, on all work lists, on the disk.

import ArgumentParser
import Engine
import Foundation
import Ledger
import Office
import WorkTime

struct BenchEngineCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "engine",
        abstract: "Runs one process of six pieces of work in an empty folder; prints a JSON line.",
        discussion: """
            Mỗi lần gọi là một thao tác trọn vẹn và chỉ trả lời khi dữ liệu đã nằm trên đĩa. \
            Breadth first: every call meets another instance.
            """)

    @OptionGroup var place: DataOption

    @Option(help: "How many instances.")
    var instances = 500

    @Option(help: "How many callers call at once.")
    var callers = 1

    @Flag(help: "Each desk is a unit of its own: work that is passed on must be accepted.")
    var apart = false

    @Flag(help: "Only starts the instances: what one costs while it is live.")
    var live = false

    func validate() throws {
        guard (1...1_000_000).contains(instances), (1...4096).contains(callers) else {
            throw ValidationError(
                vi: "--instances nhận từ 1 đến 1000000, --callers từ 1 đến 4096.",
                en: "--instances takes 1 to 1000000, --callers 1 to 4096.")
        }
    }

    func run() async throws {
        let desk = try await OfficeOpening.desk(at: place, creates: true)
        try await BenchOffice.settle(desk, apart: apart)
        await desk.store.close()
        let empty = BenchUsage.bytes(inFolder: place.data)
        let measured = try await OfficeOpening.desk(at: place, creates: false)
        let run = BenchEngineRun(desk: measured, instances: instances, callers: callers)
        let result = try await run.run(apart: apart, live: live)
        let memory = BenchUsage.residentMegabytes()
        await measured.store.close()
        var fields = result.fields
        fields["memoryMegabytes"] = memory
        if let empty, let full = BenchUsage.bytes(inFolder: place.data) {
            fields["bytesPerInstance"] = Double((full - empty) / instances)
        }
        Output.write(try Self.line(fields))
    }

    static func line(_ fields: [String: Double]) throws -> String {
        let rounded = fields.mapValues { ($0 * 10_000).rounded() / 10_000 }
        let encoder = JSONEncoder()
        encoder.outputFormatting = .sortedKeys
        return String(decoding: try encoder.encode(rounded), as: UTF8.self) + "\n"
    }
}

/// One run over all instances.
struct BenchEngineRun {
    let desk: Office.Desk
    let instances: Int
    let callers: Int

    struct Result {
        var starts = BenchWave()
        var completions = BenchWave()
        var acceptances = BenchWave()

        var fields: [String: Double] {
            var fields = [
                "instances": Double(starts.calls.count), "startsPerSecond": starts.perSecond,
                "startP50": starts.milliseconds(percent: 50),
                "startP99": starts.milliseconds(percent: 99),
                "startProcessor": starts.processorMilliseconds,
            ]
            if completions.calls.isEmpty { return fields }
            fields["completionsPerSecond"] = completions.perSecond
            fields["p50"] = completions.milliseconds(percent: 50)
            fields["p99"] = completions.milliseconds(percent: 99)
            fields["processor"] = completions.processorMilliseconds
            if acceptances.calls.isEmpty { return fields }
            fields["acceptancesPerSecond"] = acceptances.perSecond
            fields["acceptanceProcessor"] = acceptances.processorMilliseconds
            return fields
        }
    }

    func run(apart: Bool, live: Bool) async throws -> Result {
        var result = Result()
        let counter = BenchOffice.Desk.counter.person
        try await result.starts.run(instances, callers: callers) { number in
            try await perform(.receive(BenchOffice.intake(number)), by: counter, hour: 0)
        }
        if live { return result }
        for (hour, work) in BenchOffice.works.enumerated() {
            if apart, work.isPassed {
                try await result.acceptances.run(instances, callers: callers) { number in
                    try await act(.accept(work.item), number, work, hour: hour)
                }
            }
            try await result.completions.run(instances, callers: callers) { number in
                try await act(
                    .complete(work.item, product: "Xong", fields: work.fields), number, work,
                    hour: hour)
            }
        }
        return result
    }

    private func act(
        _ command: EngineCommand, _ number: Int, _ work: BenchOffice.Work, hour: Int
    ) async throws {
        let code = Dossiers.code(of: "DO", on: BenchOffice.opening.day, number: number + 1)
        try await perform(.act(code, command), by: work.desk.person, hour: hour)
    }

    private func perform(
        _ command: Dossiers.Command, by person: PersonID, hour: Int
    ) async throws {
        let at = Instant(BenchOffice.opening + hour * 60, in: desk.sources.zone)
        _ = try await desk.perform(.dossiers(command), by: Actor(person), at: at)
    }
}
