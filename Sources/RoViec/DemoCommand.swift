// `roviec demo`: makes the demo office of 2017 by playing its first half-year through the desk.

import ArgumentParser
import Foundation
import Ledger
import Office
import WorkTime

struct DemoCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "demo",
        abstract: "Makes the demo office of 2017 in an empty folder.",
        discussion: """
            Dựng văn phòng minh họa: một quận và 14 phường, sáu tháng đầu năm 2017, 7.114 hồ sơ. \
            Người và hồ sơ đều hư cấu. The same seed gives the same ledger to the byte.
            """)

    @OptionGroup var place: DataOption

    @Option(help: "Seed of the invented people and dossiers.")
    var seed: UInt64 = 2017

    @Option(help: "Plays only so many dossiers, the earliest ones: for a quick trial.")
    var dossiers: Int?

    @OptionGroup var key: SigningOption

    func validate() throws {
        guard dossiers.map({ $0 > 0 }) ?? true else {
            throw ValidationError(
                vi: "--dossiers nhận từ 1 trở lên.", en: "--dossiers takes 1 or more.")
        }
    }

    func run() async throws {
        let signer = try key.signer()
        if !place.isServer { try requireEmpty() }
        let desk = try await OfficeOpening.desk(at: place, creates: true)
        try await requireNoHistory(desk)
        let summary = try await Demo.Player(desk: desk, seed: seed, limit: dossiers).play {
            done, total in
            Output.complain("\(done) / \(total)")
        }
        let accounts = try await DemoInstalling.open(desk)
        // Without a key the ledger stays the same to the byte.
        if let signer { _ = try await Site.House.open(desk: desk).fixLedger(signer: signer) }
        await desk.store.close()
        Output.write(
            """
            Đã diễn \(summary.orders) việc của \(summary.dossiers) hồ sơ trong “\(place.shown)”.
            Played \(summary.orders) acts on \(summary.dossiers) dossiers in “\(place.shown)”.

            Mật khẩu chung / Password of all: \(Site.demoPassword)
            \(accounts.map(Self.line).joined(separator: "\n"))

            roviec serve --data \(place.shown)

            """)
    }

    /// A folder that holds anything is left alone: history is never played over history.
    private func requireEmpty() throws {
        let found = (try? FileManager.default.contentsOfDirectory(atPath: place.data)) ?? []
        if found.isEmpty { return }
        throw CommandFailure(
            vi: "Thư mục “\(place.data)” không trống. Hãy chọn thư mục mới hoặc dọn nó trước.",
            en: "The folder “\(place.data)” is not empty. Name a new one or clear it first.")
    }

    /// A database has no folder to look into: what counts there is the ledger.
    private func requireNoHistory(_ desk: Desk) async throws {
        let entries = try await desk.read { try $0.reader.ledgerSequence() }
        if entries == 0 { return }
        await desk.store.close()
        throw CommandFailure(
            vi: "“\(place.shown)” đã có \(entries) mục trong sổ. Hãy nêu cơ sở dữ liệu mới.",
            en: "“\(place.shown)” holds \(entries) entries already. Name a new database.")
    }

    private static func line(_ account: Site.DemoAccount) -> String {
        let padding = String(repeating: " ", count: max(1, 12 - account.account.count))
        return "  \(account.account)\(padding)\(account.position), \(account.unit)"
    }
}
