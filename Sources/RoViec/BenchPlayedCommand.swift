// `roviec bench played`: makes a large office by playing it, every act through the desk.

import ArgumentParser
import Foundation
import Ledger
import Office
import WorkTime

struct BenchPlayedCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "played",
        abstract: "Plays several districts through several spans of seven months; prints JSON.",
        discussion: """
            Diễn nhiều quận qua nhiều kỳ bảy tháng, mỗi quận mỗi kỳ khoảng 8.283 hồ sơ, vào cơ sở \
            dữ liệu trống. 12 districts of 10 spans are about a million dossiers.
            """)

    @OptionGroup var place: DataOption

    @Option(help: "How many districts of 14 wards.")
    var districts = 1

    @Option(help: "How many spans of seven months, from January 2017 on.")
    var spans = 1

    @Option(help: "Only so many dossiers of each district and span: for a quick trial.")
    var dossiers: Int?

    func validate() throws {
        let most = Demo.Years.spanLimit
        guard (1...100).contains(districts), (1...most).contains(spans), dossiers ?? 1 > 0 else {
            throw ValidationError(
                vi: "--districts nhận từ 1 đến 100, --spans từ 1 đến \(most), --dossiers từ 1.",
                en: "--districts takes 1 to 100, --spans 1 to \(most), --dossiers 1 or more.")
        }
    }

    func run() async throws {
        let desk = try await OfficeOpening.desk(at: place, creates: true)
        let entries = try await desk.read { try $0.reader.ledgerSequence() }
        guard entries == 0 else {
            await desk.store.close()
            throw CommandFailure(
                vi: "“\(place.shown)” đã có \(entries) mục trong sổ. Hãy nêu cơ sở dữ liệu trống.",
                en: "“\(place.shown)” holds \(entries) entries already. Name an empty database.")
        }
        let start = BenchClock.nanoseconds()
        let years = Demo.Years(desk: desk, districts: districts, spans: spans, limit: dossiers)
        let summary = try await years.play {
            Output.complain("\($0.dossiers) hồ sơ, \($0.orders) việc")
        }
        let seconds = Double(BenchClock.nanoseconds() - start) / 1e9
        _ = try await DemoInstalling.open(desk, at: "\(years.opens)")
        await desk.store.close()
        let encoder = JSONEncoder()
        encoder.outputFormatting = .sortedKeys
        let fields = [
            "acts": Double(summary.orders), "dossiers": Double(summary.dossiers),
            "seconds": seconds,
        ]
        Output.write(Array(try encoder.encode(fields)) + [UInt8(ascii: "\n")])
    }
}
