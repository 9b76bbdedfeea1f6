// Events and states must come back from the ledger's bytes exactly as they went in.

import Engine
import Ledger
import Testing
import WorkTime

@testable import Office

@Suite struct EventCodingTests {
    private struct Sample: Hashable, Codable {
        var text: String
        var number: Int
        var share: Double
        var flag: Bool
        var missing: String?
        var present: String?
        var list: [Int]
        var nested: [String: [Int]]
        var mark: PersonalMark
    }

    private let sample = Sample(
        text: "Đăng ký khai sinh", number: -7, share: 0.1, flag: true, missing: nil,
        present: "có", list: [3, 1, 2], nested: ["a": [], "b": [1]],
        mark: PersonalMark(id: "applicant/1", digest: [UInt8](repeating: 7, count: 32)))

    @Test func `a state comes back from its bytes as it was`() throws {
        let bytes = try StreamState.bytes(of: sample)
        let payload = try Payload(decoding: bytes)
        #expect(try EventDecoding.value(Sample.self, from: .nested(payload)) == sample)
    }

    @Test func `the case of an event becomes the type of its entry`() throws {
        let event = People.Event.accountOpened(person: "an", name: "an.mc")
        let (type, payload) = try EventEncoding.entry(of: event, feature: "people")
        #expect(type == "people.accountOpened")
        let read = try EventDecoding.event(
            People.Event.self, entryType: type, payload: payload, feature: "people")
        #expect(read == event)
    }

    @Test func `an entry of another feature is not read`() throws {
        #expect(throws: EventDecoding.Flaw.self) {
            try EventDecoding.event(
                People.Event.self, entryType: "dossier.received", payload: Payload(),
                feature: "people")
        }
    }

    @Test func `personal marks become references that verification can check`() throws {
        let (_, payload) = try EventEncoding.entry(
            of: Wrapper.kept(mark: sample.mark), feature: "test")
        #expect(payload.personalReferences.map(\.id) == ["applicant/1"])
    }

    private enum Wrapper: Codable { case kept(mark: PersonalMark) }
}
