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

    /// Refusals that name somebody or something, with how much of it: a person, a unit, a step.
    static let naming: [(EngineRejection, [String])] = [
        (.mayNotDecide("zz-ha"), ["Nguyễn Hà"]), (.notHolder(7, holder: "zz-ha"), ["Nguyễn Hà"]),
        (.mayNotStandIn(7, forPerson: "zz-ha"), ["Nguyễn Hà"]),
        (.notAcceptedYet(7, receiver: "zz-ha"), ["Nguyễn Hà"]),
        (.notReceiver(7, receiver: "zz-ha"), ["Nguyễn Hà"]),
        (.mayNotTake(7, holder: "zz-ha"), ["Nguyễn Hà"]),
        (.mayNotAssign(7, unit: "zz-mc"), ["Một cửa"]),
        (.notInUnit("zz-ha", unit: "zz-mc"), ["Nguyễn Hà", "Một cửa"]),
        (.alreadyHolds("zz-ha"), ["Nguyễn Hà"]),
        (.controlsOwnWork("zz-b", "zz-ha"), ["Nguyễn Hà", "Soạn thảo"]),
        (.unknownNode("zz-b"), ["Soạn thảo"]), (.mayNotReturnThere("zz-b"), ["Soạn thảo"]),
        (.notAmongEvents("zz-b"), ["Soạn thảo"]),
    ]

    @Test(arguments: 0..<naming.count)
    func `names stand in place of identifiers, in both languages`(_ index: Int) {
        let (refusal, words) = Self.naming[index]
        let named = refusal.sentence(
            naming: EngineNames(
                person: { _ in "Nguyễn Hà" }, unit: { _ in "Một cửa" },
                step: { _ in "Soạn thảo" }))
        for text in [named.vi, named.en] {
            #expect(!text.contains("zz-"), "\(text)")
            for word in words { #expect(text.contains(word), "\(text)") }
        }
        for text in [refusal.sentence.vi, refusal.sentence.en] {
            #expect(text.contains("zz-"), "without names the identifier: \(text)")
        }
    }

    @Test func `a refusal that names nobody is the same with names`() {
        let names = EngineNames(
            person: { _ in "?" }, unit: { _ in "?" }, step: { _ in "?" })
        let others = Self.all.filter { $0.sentence(naming: names) == $0.sentence }
        #expect(others.count == Self.all.count - Self.naming.count)
    }

    @Test func `each incident says how it is mended`() {
        let sentences = IncidentCause.allCases.map(\.sentence)
        #expect(Set(sentences.map(\.vi)).count == sentences.count)
        #expect(Set(sentences.map(\.en)).count == sentences.count)
    }
}
