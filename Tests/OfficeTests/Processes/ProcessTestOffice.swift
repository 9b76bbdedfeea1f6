// An invented small office on a real database, with people who have signed in.

import Engine
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import Ledger
import NIOCore
import ProcessModel
import Synchronization
import TestStores
import Testing
import WorkTime

@testable import Office

/// A district, its one-stop shop, a department, and two wards; one ward has nobody in its team.
struct ProcessTestOffice {
    static let today = DayNumber("2017-08-01") ?? DayNumber(rawValue: 0)
    static let now = Instant(
        LocalMinute("2017-08-01T09:00") ?? LocalMinute(startOf: today), in: .indochina)
    /// In charge of processes, and somebody who is not.
    static let editor: PersonID = "thu"
    static let officer: PersonID = "binh"

    let desk: Desk
    let house: Site.House
    let place: LentPlace

    static func open(isEmpty: Bool = false) async throws -> ProcessTestOffice {
        let place = try await StoreFactory.chosen.lend()
        let store = try await place.open()
        let counter = Counter()
        let desk = Desk(
            store: store,
            sources: DeskSources(now: { now }, bytes: { counter.bytes($0) }))
        try await desk.prepare()
        let office = ProcessTestOffice(
            desk: desk,
            house: Site.House(
                desk: desk, texts: try .bundled(), assets: [:], clock: OfficeClock { now },
                demoAccounts: []),
            place: place)
        if !isEmpty { try await office.settle() }
        return office
    }

    func close() async throws {
        await desk.store.close()
        try place.giveBack()
    }

    private func settle() async throws {
        try await desk.perform(
            inOneCommit: Self.commands.map { .people($0) }, by: nil, at: Self.now)
        for person in [Self.editor, Self.officer] {
            try await desk.store.write { transaction in
                try People.openSession(
                    tokenDigest: Site.digest(of: "session-\(person)"), account: "\(person)",
                    person: person, at: Self.now, in: transaction)
            }
        }
    }

    /// Bytes that differ on each call and are the same on each run.
    private final class Counter: Sendable {
        private let next = Mutex<UInt64>(0)
        func bytes(_ count: Int) -> [UInt8] {
            let number = next.withLock { value in
                value += 1
                return value
            }
            return (0..<count).map { UInt8(truncatingIfNeeded: number >> UInt64($0 % 8 * 8)) }
        }
    }
}

extension ProcessTestOffice {
    static let unitsOfOffice: [People.Unit] = [
        unit("q", "UBND", "UBND quận", .committee, nil, ["lanh-dao"]),
        unit("q.mc", "MC", "Bộ phận một cửa", .oneStop, "q", ["mot-cua"]),
        unit("q.nv", "NV", "Phòng Nội vụ", .department, "q", []),
        unit("p.a", "PA", "UBND phường A", .committee, "q", []),
        unit("p.a.tp", "PA-TP", "Tư pháp phường A", .team, "p.a", ["tu-phap"]),
        unit("p.b", "PB", "UBND phường B", .committee, "q", []),
        unit("p.b.tp", "PB-TP", "Tư pháp phường B", .team, "p.b", ["tu-phap"]),
    ]

    private static func unit(
        _ id: UnitID, _ code: String, _ name: String, _ kind: People.UnitKind, _ parent: UnitID?,
        _ functions: [String]
    ) -> People.Unit {
        People.Unit(
            id: id, code: code, name: name, kind: kind,
            level: id.rawValue.hasPrefix("p") ? .ward : .district, parent: parent,
            functions: functions, from: DayNumber("2016-01-01") ?? today)
    }

    /// Position, unit, code, title, head or not, roles, holder.
    private static let posts: [(UnitID, String, String, Bool, [People.Role], PersonID)] = [
        ("q", "chu-tich", "Chủ tịch", true, [.lead], "anh"),
        ("q.mc", "truong-mc", "Trưởng bộ phận", true, [.counter, .head], officer),
        ("q.mc", "can-bo-mc", "Cán bộ một cửa", false, [.counter, .work], "chi"),
        ("q.nv", "truong-phong", "Trưởng phòng", true, [.head], "dung"),
        ("q.nv", "cai-cach", "Chuyên viên cải cách", false, [.work, .processes], editor),
        ("p.a", "chu-tich", "Chủ tịch phường", true, [.lead], "giang"),
        ("p.a.tp", "tu-phap", "Công chức tư pháp", true, [.work], "ha"),
    ]

    static var commands: [People.Command] {
        var commands = unitsOfOffice.map(People.Command.createUnit)
        for (unit, code, title, isHead, roles, person) in posts {
            let id = "\(unit):\(code)"
            commands.append(
                .createPosition(
                    People.Position(
                        id: id, unit: unit, code: code, title: title, isHead: isHead,
                        roles: roles)))
            commands.append(
                .addPerson(
                    People.Person(id: person, name: "Người \(person)", isInvented: true)))
            commands.append(
                .appoint(
                    People.Holding(
                        position: id, person: person, from: DayNumber("2016-07-01") ?? today)))
        }
        return commands
    }

    static var editorActs: Actor { Actor(editor) }
    static var officerActs: Actor { Actor(officer) }

    func viewer(_ person: PersonID = editor) async throws -> Viewer {
        let organisation = try await desk.read { try $0.organisation() }
        return try #require(Viewer(person: person, in: organisation, today: Self.today))
    }

    @discardableResult
    func perform(
        _ command: Processes.Command, by actor: Actor? = editorActs, key: String? = nil
    ) async throws -> DeskAnswer {
        try await desk.perform(
            .processes(command), by: actor, at: Self.now, key: key,
            fingerprint: Array("\(command)".utf8))
    }

    /// Drafts a process and puts it into force.
    func publish(_ version: ProcessVersion, from day: String = "2017-01-01") async throws {
        try await perform(.draft(version))
        try await perform(
            .publish(
                version.code, issue: version.issue, effective: try #require(DayNumber(day))))
    }
}
