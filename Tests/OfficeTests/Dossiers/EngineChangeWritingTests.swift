// What the engine changed is written by hand on the way into the ledger, and read back by Codable:
// both must know the same bytes, for every case and for whatever stands in it.

import Engine
import Ledger
import ProcessModel
import Testing
import WorkTime

@testable import Office

@Suite struct `Changes of the engine as written` {
    private static let at = LocalMinute("2017-07-03T09:30") ?? LocalMinute(rawValue: 0)
    private static let timers = [
        TimerEntry(item: 3, kind: .reminder, node: "b1", at: at),
        TimerEntry(item: 3, kind: .due, node: "b1", at: at + 60),
        TimerEntry(item: 3, kind: .escalation, node: "b1", at: at + 120),
        TimerEntry(item: 3, kind: .elapsed, node: "cho", at: at + 1),
    ]

    private static let tokens: [EngineChange] = [
        .started(
            "LB-170703-0001", process: "KS-01", issue: 3, node: "dau", focalPoint: "an",
            unit: "p.mc"),
        .tokenMoved(token: 1, to: "b1"), .tokenSplit(token: 1, to: ["b2", "b3"]),
        .tokenSplit(token: 1, to: []), .tokensJoined([2, 3]), .tokensJoined([]),
        .tokenEnded(token: 4), .tokensWithdrawn([5]),
    ]

    private static let items: [EngineChange] = [
        .itemOpened(
            3, token: 1, kind: .step, holder: "an", unit: "p.mc", needsTaking: true, due: at,
            timers: timers, note: ""),
        .itemOpened(
            4, token: 2, kind: .wait, holder: "bình", unit: "", needsTaking: false, due: nil,
            timers: [], note: "chờ bổ sung"),
        .itemReopened(
            5, token: 1, node: "b1", holder: "an", unit: "p.mc", openedAt: at, due: at + 480,
            timers: timers, resumesAt: "b4"),
        .itemReopened(
            5, token: 1, node: "b1", holder: "an", unit: "p.mc", openedAt: at, due: nil,
            timers: [], resumesAt: nil),
        .stepCompleted(3, product: "Giấy khai sinh"),
        .stepSentBack(3, to: "b1", reason: "thiếu chữ ký"),
        .dueMoved(3, due: at, timers: timers), .timersMoved(3, timers: timers),
        .timersMoved(3, timers: []), .timerFired(3, kind: .escalation, node: "b1"),
        .itemClosed(3, event: nil), .itemClosed(3, event: "den-han"),
    ]

    private static let handovers: [EngineChange] = [
        .handoverOffered(3, receiver: "chi", unit: "p.tp", needsTaking: true),
        .handoverAccepted(3, receiver: "chi"), .handoverReturned(3, reason: "nhầm đơn vị"),
        .holderChanged(3, to: "ha", unit: "p.tp", reason: ""),
    ]

    private static let others: [EngineChange] = [
        .fieldsFilled(
            [
                FilledField(key: "soBan", value: .number(2.5)),
                FilledField(key: "loai", value: .text("Đ")),
                FilledField(key: "gap", value: .boolean(true)),
            ], personalKeys: ["tenCon", "diaChi"]),
        .fieldsFilled([], personalKeys: []),
        .clockMarked(.supplementRequested, cause: "item/3", item: 3, reason: "thiếu giấy"),
        .clockMarked(.received, cause: "", item: nil, reason: ""),
        .serviceRequested(token: 1, node: "tb", action: "thông báo"),
        .callRequested(3, process: "QT-02", unit: .code("NV")),
        .callRequested(3, process: "QT-02", unit: .function("mot-cua")),
        .callRequested(3, process: "QT-02", unit: .label("Phòng Nội vụ")),
        .callStarted(3, "LB-170703-0002"), .callEnded(3, outcome: .withdrawn),
        .focalPointChanged("ha", reason: "nghỉ phép"), .ended(.refused, reason: "không đủ"),
    ]

    private static let all = tokens + items + handovers + others

    private static func written(_ changes: [EngineChange]) throws -> Payload {
        try Dossiers.EngineEntry.payload(
            of: changes.map { EngineEvent(at: at, actor: Actor("an"), change: $0) })
    }

    /// The name of the case, as Codable knows it.
    private static func name(_ change: EngineChange) throws -> String {
        guard case .nested(let payload) = try EventEncoding.value(of: change) else { return "" }
        return payload.fields.first?.key ?? ""
    }

    @Test(arguments: all) func `a change has the bytes that Codable gives it`(
        change: EngineChange
    ) throws {
        let entry = try EventEncoding.entry(
            of: Dossiers.EngineEntry.changed(changes: [change]), feature: "engine")
        let payload = try Self.written([change])
        #expect(entry.type == "engine.changed")
        #expect(payload == entry.payload)
        let (ours, codable) = (try payload.encoded(), try entry.payload.encoded())
        #expect(ours == codable)
    }

    @Test func `all changes of one command stand in their order`() throws {
        let entry = try EventEncoding.entry(
            of: Dossiers.EngineEntry.changed(changes: Self.all), feature: "engine")
        let (ours, codable) = (try Self.written(Self.all).encoded(), try entry.payload.encoded())
        #expect(ours == codable)
    }

    @Test func `every change is read back as it was`() throws {
        for change in Self.all {
            let payload = try Payload(decoding: try Self.written([change]).encoded())
            let read = try EventDecoding.event(
                Dossiers.EngineEntry.self, entryType: "engine.changed", payload: payload,
                feature: "engine")
            #expect(read == .changed(changes: [change]))
        }
    }

    /// A case that is added to the engine must be added here: the numbers are those of its cases.
    @Test func `no case is left out`() throws {
        let names = Set(try Self.all.map(Self.name))
        #expect(names.count == 26)
        for name in names {
            #expect(!name.isEmpty && name.allSatisfy { $0.isLetter }, "\(name)")
        }
    }

    @Test func `texts of all kinds go through unharmed`() throws {
        for text in [
            "", " ", "\0", "Đỗ Thị \u{1F642}", "e\u{301}", String(repeating: "ợ", count: 999),
        ] {
            let change = EngineChange.stepSentBack(1, to: NodeID(text), reason: text)
            let entry = try EventEncoding.entry(
                of: Dossiers.EngineEntry.changed(changes: [change]), feature: "engine")
            let ours = try Self.written([change]).encoded()
            let codable = try entry.payload.encoded()
            #expect(ours == codable)
        }
    }
}
