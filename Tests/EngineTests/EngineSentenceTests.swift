// Every refusal and every incident says what is wrong in two languages and how to mend it.

import Engine
import ProcessModel
import Testing
import WorkTime

struct EngineSentenceTests {
    static let all: [EngineRejection] = [
        .notStarted, .alreadyStarted, .alreadyEnded(.refused),
        .otherVersion(process: "P", issue: 2), .noStartNode, .personMissing, .reasonMissing,
        .mayNotDecide("ha"), .mayNotEndThus(.finished), .resultAlreadyReady, .unknownItem(7),
        .alreadyDone(7), .unfitItem(7, .wait), .notHolder(7, holder: "ha"),
        .mayNotStandIn(7, forPerson: "ha"), .notAcceptedYet(7, receiver: "ha"), .notOffered(7),
        .notReceiver(7, receiver: "ha"), .mayNotTake(7, holder: "ha"),
        .mayNotAssign(7, unit: "motcua"), .notInUnit("ha", unit: "motcua"), .alreadyHolds("ha"),
        .controlsOwnWork("b1", "ha"), .unknownNode("b1"), .mayNotReturnThere("b1"),
        .dueNotReckoned(.termTooSmall(.workingDays(0))), .itemStopped(7, cause: "duty#7"),
        .supplementAlreadyAsked, .stopAlreadyOpen(cause: "duty#7"), .noOpenStop(7),
        .staleTimer(7), .timerNotDue(at: minute("09:00")), .notAmongEvents("b1"),
        .callAlreadyStarted("hs2"), .callNotStarted(7),
        .productMissing(step: "soạn", product: "Tờ trình"), .unknownForm(code: "m"),
        .unknownField(key: "k"), .fieldMissing(label: "Họ tên"),
        .fieldOfWrongType(label: "Họ tên", expected: .choice(["A", "B"])),
    ]

    @Test func `each refusal has a sentence of its own in both languages`() {
        #expect(Set(Self.all.map(\.sentence.vi)).count == Self.all.count)
        #expect(Set(Self.all.map(\.sentence.en)).count == Self.all.count)
        for sentence in Self.all.map(\.sentence) {
            #expect(sentence.vi.hasSuffix("."))
            #expect(sentence.en.hasSuffix("."))
            #expect(sentence.vi != sentence.en)
        }
    }

    @Test func `a refusal names the place`() {
        #expect(EngineRejection.unknownItem(7).sentence.vi.contains("7"))
        #expect(EngineRejection.notHolder(7, holder: "ha").sentence.en.contains("ha"))
        #expect(EngineRejection.unknownNode("b1").sentence.en.contains("b1"))
        let type = EngineRejection.fieldOfWrongType(label: "Loại", expected: .choice(["A", "B"]))
        #expect(type.sentence.vi.contains("A, B"))
        for kind in WorkItem.Kind.allCases {
            #expect(!EngineRejection.unfitItem(1, kind).sentence.vi.isEmpty)
        }
        let types: [FieldType] = [.text, .number, .boolean, .date]
        let texts = types.map { EngineRejection.fieldOfWrongType(label: "x", expected: $0) }
        #expect(Set(texts.map(\.sentence.en)).count == types.count)
    }

    @Test func `each incident says how it is mended`() {
        let sentences = IncidentCause.allCases.map(\.sentence)
        #expect(Set(sentences.map(\.vi)).count == sentences.count)
        #expect(Set(sentences.map(\.en)).count == sentences.count)
    }
}
