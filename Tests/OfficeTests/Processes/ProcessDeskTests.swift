// Processes at the desk of a real store: what is written, what is read back, what is refused.

import Engine
import Ledger
import ProcessModel
import Testing
import WorkTime

@testable import Office

@Suite struct ProcessDeskTests {
    private func day(_ text: String) throws -> DayNumber { try #require(DayNumber(text)) }

    @Test func `a published issue is in force from its day on and reads back whole`() async throws {
        let office = try await ProcessTestOffice.open()
        let version = ProcessTestSamples.clear()
        try await office.publish(version, from: "2017-03-01")
        let (before, after) = (try day("2017-02-28"), try day("2017-03-01"))
        let read = try await office.desk.read { reading in
            (
                try reading.publishedVersion(of: "QT-01", on: before),
                try reading.publishedVersion(of: "QT-01", on: after)
            )
        }
        #expect(read.0 == nil)
        #expect(read.1 == version)
        try await office.close()
    }

    @Test func `running work stays on its issue while the next one comes into force`() async throws
    {
        let office = try await ProcessTestOffice.open()
        try await office.publish(ProcessTestSamples.clear())
        let second = ProcessTestSamples.clear(title: "Khai sinh, sửa", issue: 2)
        try await office.publish(second, from: "2017-07-01")
        let days = [try day("2017-06-30"), try day("2017-07-01")]
        let titles = try await office.desk.read { reading in
            try days.map { try reading.publishedVersion(of: "QT-01", on: $0)?.title }
        }
        #expect(titles == ["Đăng ký khai sinh", "Khai sinh, sửa"])
        let first = try await office.desk.read { try $0.version("QT-01", issue: 1) }
        #expect(first == ProcessTestSamples.clear())
        try await office.close()
    }

    @Test func `a retired process is read until its last day`() async throws {
        let office = try await ProcessTestOffice.open()
        try await office.publish(ProcessTestSamples.clear())
        try await office.perform(
            .retire("QT-01", through: try day("2017-08-31"), reason: "thay bằng QT-02"))
        let days = [try day("2017-08-31"), try day("2017-09-01")]
        let found = try await office.desk.read { reading in
            try days.map { try reading.publishedVersion(of: "QT-01", on: $0) != nil }
        }
        #expect(found == [true, false])
        try await office.close()
    }

    @Test func `replaying the entries gives the bytes of the state row`() async throws {
        let office = try await ProcessTestOffice.open()
        try await office.perform(.draft(ProcessTestSamples.unclear("QT-01")))
        try await office.publish(ProcessTestSamples.clear())
        try await office.publish(
            ProcessTestSamples.clear(title: "Lần hai", issue: 2), from: "2017-07-01")
        try await office.perform(.draft(ProcessTestSamples.clear(issue: 3)))
        try await office.perform(
            .retire("QT-01", through: try day("2017-12-31"), reason: "hết dùng"))
        let (entries, row) = try await office.desk.read { reading in
            let stream = Processes.stream(of: "QT-01")
            let row = try reading.reader.row(
                "SELECT version, state FROM streamState WHERE stream = ?", [.text(stream)])
            return (try reading.reader.entries(of: stream), row)
        }
        var state = Processes.Definition(code: "QT-01")
        for entry in entries {
            state.apply(
                try EventDecoding.event(
                    Processes.Event.self, entryType: entry.type,
                    payload: try entry.decodedPayload(), feature: "process"))
        }
        let kept = try #require(row)
        #expect(entries.count == 7)
        #expect(try kept.int("version") == 7)
        #expect(try kept.blob("state") == StreamState.bytes(of: state))
        #expect(entries.last?.actor == "thu")
        try await office.close()
    }

    @Test func `somebody without the role writes nothing`() async throws {
        let office = try await ProcessTestOffice.open()
        await #expect(throws: Processes.Rejection.mayNotPublish) {
            try await office.perform(
                .draft(ProcessTestSamples.clear()), by: ProcessTestOffice.officerActs)
        }
        let entries = try await office.desk.read {
            try $0.reader.entries(of: Processes.stream(of: "QT-01"))
        }
        #expect(entries.isEmpty)
        try await office.close()
    }

    @Test func `the same form sent twice is done once`() async throws {
        let office = try await ProcessTestOffice.open()
        let command = Processes.Command.draft(ProcessTestSamples.clear())
        let first = try await office.perform(command, key: "k1")
        let second = try await office.perform(command, key: "k1")
        #expect(first == second)
        await #expect(throws: DeskRefusal.keyUsedForOtherCommand) {
            try await office.perform(.draft(ProcessTestSamples.unclear("QT-01")), key: "k1")
        }
        try await office.close()
    }

    @Test func `what is unclear is not published and stays a draft`() async throws {
        let office = try await ProcessTestOffice.open()
        try await office.perform(.draft(ProcessTestSamples.unclear()))
        do {
            try await office.perform(
                .publish("QT-09", issue: 1, effective: try day("2017-09-01")))
            Issue.record("an unclear process was published")
        } catch Processes.Rejection.unclear(let findings) {
            #expect(findings.map(\.rule) == ["accountable"])
            #expect(findings.first?.node == "b1")
        }
        let standing = try await office.desk.read { reading in
            try reading.issues(
                of: "QT-09", ProcessNaming(language: .vi), on: ProcessTestOffice.today
            ).map(\.standing)
        }
        #expect(standing == [.draft])
        try await office.close()
    }

    @Test func `a waiver by name lets it pass and is listed as a gap`() async throws {
        let office = try await ProcessTestOffice.open()
        var version = ProcessTestSamples.unclear()
        version.waivers = [ProcessTestSamples.waiver("accountable", "b1", mendBy: "2017-12-29")]
        try await office.publish(version)
        let viewer = try await office.viewer()
        let gaps = try await office.desk.read { try $0.gaps(rule: "", after: "", of: viewer) }
        let gap = try #require(gaps.rows.first)
        #expect(gaps.total == 1)
        #expect(gaps.expired == 0)
        #expect(gap.place == "Tiếp nhận hồ sơ")
        #expect(gap.by == "Trưởng phòng Nội vụ")
        #expect(gap.missing.count == 1)
        #expect(!gap.isExpired)
        try await office.close()
    }

    @Test func `a draft written anew replaces its gaps`() async throws {
        let office = try await ProcessTestOffice.open()
        var version = ProcessTestSamples.unclear()
        version.waivers = (1...3).map {
            ProcessTestSamples.waiver("accountable", "b1", mendBy: "2017-12-0\($0)")
        }
        try await office.perform(.draft(version))
        version.waivers.removeLast(2)
        try await office.perform(.draft(version))
        let viewer = try await office.viewer()
        let gaps = try await office.desk.read { try $0.gaps(rule: "", after: "", of: viewer) }
        #expect(gaps.rows.map(\.mendBy.text) == ["2017-12-01"])
        try await office.close()
    }
}
