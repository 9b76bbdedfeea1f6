// What is said when a consultation is refused: both languages, a code each, fields of the form.

import Engine
import HTTPTypes
import Testing
import WorkTime

@testable import Office

@Suite struct `Sentences of refused consultations` {
    private static let moment = LatenessSamples.moment("5T17:30")
    static let refusals: [Consultations.Rejection] = [
        .unknown("<b>"), .unknownNumber(3), .onlyForHolder, .onlyForAsker, .onlyForAsked,
        .dossierEnded, .withdrawn, .answered, .allAnswered, .tooManyOpen, .turnNotCome(moment),
        .questionMissing, .bodyMissing, .tooManyBodies, .leadUnknown, .basisMissing,
        .unitUnknown(place: 2), .ownUnit(place: 2), .bodyTwice(place: 2), .twoBodies(place: 2),
        .termInvalid(place: 2), .beyondAppointment(moment + 60, moment), .outsideCalendar,
        .opinionMissing, .wordsMissing, .documentMissing, .documentDayInvalid, .reasonMissing,
        .tooLong(field: "words"),
    ]

    @Test func `stand in both languages`() {
        for refusal in Self.refusals {
            #expect(refusal.code.hasPrefix("consultations.") && !refusal.code.contains("("))
            let (vi, en) = (refusal.sentence.vi, refusal.sentence.en)
            #expect(vi.count > 5 && en.count > 5 && vi != en, "\(refusal.code)")
            #expect(vi.last == "." && en.last == ".", "\(refusal.code)")
        }
        #expect(Set(Self.refusals.map(\.code)).count == Self.refusals.count)
        #expect(Set(Self.refusals.map(\.sentence.vi)).count == Self.refusals.count)
    }

    @Test func `name the place and the times`() {
        let beyond = Consultations.Rejection.beyondAppointment(Self.moment + 60, Self.moment)
        #expect(beyond.sentence.vi.contains("18:30 05/07/2017"))
        #expect(beyond.sentence.en.contains("17:30 05/07/2017"))
        #expect(Consultations.Rejection.termInvalid(place: 2).sentence.vi.contains("thứ 2"))
        #expect(Consultations.Rejection.unknownNumber(3).sentence.en.contains("3"))
        #expect(
            Self.refusals.filter(\.isNotFound) == [.unknown("<b>"), .unknownNumber(3)])
    }

    @Test func `point at fields that the page has`() async throws {
        try await DossierTestOffice.run { office in
            let code = try await office.receive()
            let draft = ConsultationSamples.draft(.parallel, [ConsultationSamples.police])
            try await office.consult(code, draft)
            let page = try await office.open("/dossiers/\(code)/consultations", as: "chi").text
            for field in Self.refusals.compactMap(\.field) {
                #expect(page.contains("name=\"\(field)\""), "\(field)")
            }
        }
    }

    @Test func `have words for every way, opinion and standing`() throws {
        let texts = try Site.Texts.bundled()
        for order in Consultations.Order.allCases {
            #expect(texts.has("consultation.order.\(order)"))
            #expect(texts.has("consultation.orderHint.\(order)"))
        }
        for opinion in Consultations.Opinion.allCases {
            #expect(texts.has("consultation.opinion.\(opinion)"))
        }
        for silence in Consultations.Silence.allCases {
            #expect(texts.has("consultation.silence.\(silence)"))
            #expect(texts.has("consultation.silenceHint.\(silence)"))
        }
        for tab in Consultations.Tab.allCases {
            #expect(texts.has("consultation.tab.\(tab)"))
            #expect(texts.has("consultation.listLead.\(tab)"))
            #expect(texts.has("consultation.empty.\(tab)"))
        }
        for scale in Consultations.Scale.allCases {
            #expect(texts.has("consultation.scale.\(scale.rawValue)"))
        }
    }
}
