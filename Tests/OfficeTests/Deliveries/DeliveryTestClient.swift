// Asking, scheduling, carrying and handing over in the invented ward.

import Engine
import HTTPTypes
import Ledger
import ProcessModel
import Testing
import WorkTime

@testable import Office

enum DeliverySamples {
    static let recipient = Deliveries.Recipient(
        name: "Đặng Thị Nhận (hư cấu)", phone: "0912 345 678",
        address: "Số 12, ngõ 5, phố Minh Họa, phường A")

    static let entered = Deliveries.Entered(recipient: recipient)

    static func moment(_ text: String) -> LocalMinute {
        LocalMinute(text) ?? LocalMinute(rawValue: 0)
    }

    static func day(_ text: String) -> DayNumber { DayNumber(text) ?? DayNumber(rawValue: 0) }

    static func slot(_ start: String, minutes: Int = 90) -> Deliveries.Slot {
        Deliveries.Slot(start: moment(start), end: moment(start) + minutes)
    }

    static func mark(_ name: String) -> PersonalMark {
        PersonalMark(id: name, digest: Array(repeating: 7, count: 32))
    }

    static let request = Deliveries.Request(
        recipient: mark("recipient"), code: mark("code"), wish: nil, carrier: .officer,
        payer: .recipient, hasGift: false)

    /// The evening of the first day of the tests.
    static let evening = "2017-07-03T17:30"
}

extension DossierTestOffice {
    @discardableResult
    func order(
        _ act: Deliveries.Act, _ code: String, by person: PersonID? = "chi", key: String? = nil
    ) async throws -> DeskAnswer {
        try await desk.perform(
            .deliveries(.order(code, act)), by: person.map { Actor($0) } ?? Deliveries.citizen,
            at: sources.now, key: key, fingerprint: Array("\(act)".utf8))
    }

    @discardableResult
    func plan(
        _ act: Deliveries.PlanAct, of office: UnitID = "p", by person: PersonID = "binh",
        key: String? = nil
    ) async throws -> DeskAnswer {
        try await desk.perform(
            .deliveries(.plan(office, act)), by: Actor(person), at: sources.now, key: key,
            fingerprint: Array("\(act)".utf8))
    }

    func delivery(_ code: String) async throws -> Deliveries.Delivery? {
        try await desk.read { try $0.toldDelivery(code)?.state }
    }

    func standing(_ code: String) async throws -> Deliveries.Standing? {
        try await delivery(code)?.standing
    }

    /// A dossier whose result lies at the counter, with a sheet that offers it at home.
    func ready(_ change: (inout Dossiers.Intake) -> Void = { _ in }) async throws -> String {
        let code = try await receive(by: "chi", change)
        try await makeReady(code)
        return code
    }

    func makeReady(_ code: String) async throws {
        for _ in 0..<20 {
            let state = try await state(code)
            if state.status == .resultReady, state.instance?.items.first?.offer == nil { return }
            try await advance(code)
        }
        Issue.record("never ready")
    }

    /// As a citizen or an officer asks.
    func askHome(
        _ code: String, by person: PersonID? = "chi",
        _ change: (inout Deliveries.Entered) -> Void = { _ in }
    ) async throws {
        var entered = DeliverySamples.entered
        change(&entered)
        try await order(.request(entered), code, by: person)
    }

    func schedule(
        _ code: String, _ start: String = DeliverySamples.evening, officer: PersonID? = "ha"
    ) async throws {
        try await order(.schedule(DeliverySamples.moment(start), officer: officer), code)
    }

    /// Asked, scheduled for this evening, and out with `officer`.
    func sendOut(_ code: String, officer: PersonID = "ha") async throws {
        try await askHome(code)
        try await schedule(code, officer: officer)
        try await order(.send, code, by: officer)
    }

    /// The code that the citizen reads.
    func doorCode(_ code: String) async throws -> String? {
        try await desk.read { reading in
            try reading.deliveryText(try reading.toldDelivery(code)?.state.request.code)
        }
    }

    func handOver(
        _ code: String, by person: PersonID = "ha",
        _ change: (inout Deliveries.Handing) -> Void = { _ in }
    ) async throws {
        var handing = Deliveries.Handing(code: try await doorCode(code) ?? "")
        change(&handing)
        try await order(.handOver(handing), code, by: person)
    }

    func deliverySheet(_ code: String, as person: PersonID) async throws -> Deliveries.Sheet {
        let (viewer, now) = (try await viewer(person), now)
        return try await desk.read { try $0.deliverySheet(of: code, for: viewer, at: now) }
    }

    func deliveries(
        _ standing: Deliveries.Standing, as person: PersonID = "chi", office: String? = nil,
        after: String? = nil
    ) async throws -> Deliveries.List {
        let viewer = try await viewer(person)
        return try await desk.read {
            try $0.deliveries(ofOffice: office, standing, after: after, for: viewer)
        }
    }

    func route(
        _ day: String = "2017-07-03", as person: PersonID = "ha", of officer: String? = nil
    ) async throws -> Deliveries.Route {
        let (viewer, now) = (try await viewer(person), now)
        let day = DeliverySamples.day(day)
        return try await desk.read {
            try $0.deliveryRoute(on: day, of: officer, for: viewer, at: now)
        }
    }

    func leave(
        as person: PersonID = "chi", _ period: String = "2017", office: String? = nil
    ) async throws -> Deliveries.Leave {
        let viewer = try await viewer(person)
        let span = try #require(Reports.Period(period)).span
        return try await desk.read {
            try $0.deliveryLeave(ofOffice: office, span, for: viewer)
        }
    }

    /// Every row of the tables of deliveries, in order.
    func dumpOfDeliveries() async throws -> [String: [String]] {
        try await desk.read { reading in
            var dump: [String: [String]] = [:]
            for table in Deliveries.tables {
                dump[table] = try reading.rows("SELECT * FROM \(table)")
                    .map { row in row.values.map { "\($0)" }.joined(separator: "|") }
                    .filter { table != "deliveryCount" || !$0.contains("integer(0)") }.sorted()
            }
            return dump
        }
    }
}

/// Writes the tables of deliveries anew from the entries alone.
enum DeliveryRebuild {
    static func run(in office: DossierTestOffice) async throws {
        _ = try await office.desk.store.write { transaction in
            for table in Deliveries.tables { try transaction.execute("DELETE FROM \(table)", []) }
            let streams = try transaction.rows(
                "SELECT stream FROM streamHead WHERE stream LIKE 'delivery/%' ORDER BY stream", []
            ).map { try $0.text("stream") }
            for stream in streams {
                let code = String(stream.dropFirst("delivery/".count))
                let reading = DeskReading(
                    reader: transaction, memory: DeskMemory(), zone: .indochina)
                let registration = try reading.toldDossier(code).state.registration
                var delivery: Deliveries.Delivery?
                for entry in try transaction.entries(of: stream, after: 0, limit: 10_000) {
                    let before = delivery
                    let told = try Deliveries.Delivery.told(
                        by: entry, after: before, zone: .indochina)
                    try DeliveryTables(transaction: transaction, registration: registration)
                        .write(told, before: before, recipient: try reading.recipient(of: told))
                    delivery = told
                }
            }
        }
    }
}
