// `roviec bench calendar`: the house closes for a day, all open dossiers take the new calendar, and
// others go on writing meanwhile.

import ArgumentParser
import Engine
import Foundation
import Ledger
import Office
import Synchronization
import WorkTime

struct BenchCalendarCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "calendar",
        abstract: "Moves the dates of all open dossiers after a day is closed; prints a JSON line.",
        discussion: """
            Tính lại hạn của mọi hồ sơ đang mở sau một quyết định nghỉ, mỗi hồ sơ ghi rõ căn cứ; \
            trong lúc đó một người vẫn tiếp nhận hồ sơ mới.
            """)

    @OptionGroup var place: DataOption

    @Option(help: "How many open dossiers.")
    var instances = 2_000

    func validate() throws {
        guard (1...10_000_000).contains(instances) else {
            throw ValidationError(
                vi: "--instances nhận từ 1 đến 10000000.",
                en: "--instances takes 1 to 10000000.")
        }
    }

    func run() async throws {
        let desk = try await OfficeOpening.desk(at: place, creates: true)
        try await BenchOffice.settle(desk, apart: false)
        let fields = try await BenchCalendarRun(desk: desk, instances: instances).run()
        await desk.store.close()
        Output.write(try BenchEngineCommand.line(fields))
    }
}

struct BenchCalendarRun {
    let desk: Office.Desk
    let instances: Int

    private var morning: Instant { Instant(BenchOffice.opening, in: desk.sources.zone) }

    func run() async throws -> [String: Double] {
        _ = try await BenchEngineRun(desk: desk, instances: instances, callers: 256)
            .run(apart: false, live: true)
        try await announce()
        let end = BenchEnd()
        let (begin, before) = (BenchClock.nanoseconds(), BenchUsage.now())
        async let others = write(until: end)
        let outcome = try await desk.makeRound(at: morning)
        let nanoseconds = BenchClock.nanoseconds() - begin
        end.come()
        let times = try await others
        let used = BenchUsage.now().processorNanoseconds - before.processorNanoseconds
        let seconds = Double(nanoseconds) / 1e9
        return [
            "moved": Double(outcome.moved), "failures": Double(outcome.failures.count),
            "seconds": seconds, "movedPerSecond": Double(outcome.moved) / seconds,
            "processor": Double(used) / 1e6 / Double(max(1, outcome.moved)),
            "othersP50": times.milliseconds(percent: 50),
            "othersP99": times.milliseconds(percent: 99), "others": Double(times.calls.count),
        ]
    }

    /// The day after tomorrow is closed: every appointment lies behind it.
    private func announce() async throws {
        let admin = PersonID("do.quantri")
        let position = People.Position(
            id: "do:quan-tri", unit: BenchOffice.office, code: "quan-tri", title: "quan-tri",
            isHead: false, roles: [.administer])
        let from = DayNumber("2016-01-01") ?? BenchOffice.opening.day
        let commands: [People.Command] = [
            .createPosition(position),
            .addPerson(People.Person(id: admin, name: "Người quản trị", isInvented: true)),
            .appoint(People.Holding(position: position.id, person: admin, from: from)),
        ]
        for command in commands {
            _ = try await desk.perform(.people(command), by: nil, at: morning)
        }
        let change = Calendars.Change(
            kind: .off, day: BenchOffice.opening.day + 2, name: "Nghỉ", basis: "Hư cấu để đo")
        _ = try await desk.perform(
            .calendars(.announce(change)), by: Actor(admin), at: morning)
    }

    /// One clerk takes dossiers in, one after the other, until the dates are moved.
    private func write(until end: BenchEnd) async throws -> BenchWave {
        var wave = BenchWave()
        let counter = Actor(BenchOffice.Desk.counter.person)
        var number = instances
        repeat {
            let intake = BenchOffice.intake(number)
            try await wave.run(1, callers: 1) { _ in
                _ = try await desk.perform(.dossiers(.receive(intake)), by: counter, at: morning)
            }
            number += 1
        } while !end.hasCome
        return wave
    }
}

/// Tells those who go on working that it is over.
private final class BenchEnd: Sendable {
    private let flag = Atomic(false)
    var hasCome: Bool { flag.load(ordering: .relaxed) }
    func come() { flag.store(true, ordering: .relaxed) }
}
