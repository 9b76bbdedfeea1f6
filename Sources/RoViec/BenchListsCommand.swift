// `roviec bench lists`: how long one person's lists take in an office as it stands, read from the
// database each time, without the page around them.

import ArgumentParser
import Engine
import Foundation
import Ledger
import Office
import WorkTime

struct BenchListsCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "lists",
        abstract: "Times the work lists and the overdue dossiers of one person; prints JSON.",
        discussion: """
            Thời gian đọc danh sách việc của một người, tính bằng mili giây, chưa kể trang hiển thị.
            """)

    @OptionGroup var place: DataOption

    @Option(help: ArgumentHelp("Whose lists.", valueName: "account"))
    var account = "ht.bode"

    @Option(help: ArgumentHelp("The moment of the lists.", valueName: "YYYY-MM-DDTHH:MM"))
    var at = DemoInstalling.opening

    @Option(help: "How many readings of each list.")
    var rounds = 200

    func validate() throws {
        guard (1...100_000).contains(rounds), LocalMinute(at) != nil else {
            throw ValidationError(
                vi:
                    "--rounds nhận từ 1 đến 100000, --at nhận một giờ có thật: 2017-08-01T08:00.",
                en: "--rounds takes 1 to 100000, --at a moment that exists, as 2017-08-01T08:00.")
        }
    }

    func run() async throws {
        let desk = try await OfficeOpening.desk(at: place, creates: false)
        let now = LocalMinute(at) ?? LocalMinute(rawValue: 0)
        let account = account
        let viewer = try await desk.read { reading -> Viewer? in
            let organisation = try reading.organisation()
            let person = organisation.people.values.first { $0.account == account }
            return person.flatMap { Viewer(person: $0.id, in: organisation, today: now.day) }
        }
        guard let viewer else {
            await desk.store.close()
            throw CommandFailure(
                vi: "Không có tài khoản “\(account)” đang làm việc vào lúc đó. Hãy nêu --account.",
                en: "No account “\(account)” works at that moment. Name one with --account.")
        }
        var fields: [String: Double] = [:]
        let work: [(String, Work.Tab)] = [("mine", .mine), ("unit", .unit), ("done", .done)]
        for (name, tab) in work {
            try await time(name, desk, &fields) {
                try $0.workList(tab, of: viewer, after: nil, at: now).rows.count
            }
        }
        try await time("overdue", desk, &fields) {
            var filter = Dossiers.Filter()
            filter.state = .overdue
            return try $0.register(filter, for: viewer, at: now).rows.count
        }
        await desk.store.close()
        let encoder = JSONEncoder()
        encoder.outputFormatting = .sortedKeys
        Output.write(Array(try encoder.encode(fields)) + [UInt8(ascii: "\n")])
    }

    /// Median and 99th of a hundred, in milliseconds, and how many rows a reading gave.
    private func time(
        _ name: String, _ desk: Desk, _ fields: inout [String: Double],
        _ read: @escaping @Sendable (DeskReading) throws -> Int
    ) async throws {
        let rows = try await desk.read(read)
        var wave = BenchWave()
        try await wave.run(rounds, callers: 1) { _ in _ = try await desk.read(read) }
        fields["\(name)Rows"] = Double(rows)
        fields["\(name)P50"] = wave.milliseconds(percent: 50)
        fields["\(name)P99"] = wave.milliseconds(percent: 99)
    }
}
