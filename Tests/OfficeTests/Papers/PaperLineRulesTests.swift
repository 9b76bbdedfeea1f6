// Adding lines to a form: who may, what a line must have, and what the sentences say.

import Engine
import Testing
import WorkTime

@testable import Office

@Suite struct `Lines added to a form` {
    private typealias Of = PaperLineSamples

    private static func around(
        mayWrite: Bool = true, at text: String = "2025-07-02T09:00"
    ) throws -> Papers.LineSurroundings {
        .init(person: "quy", mayWrite: mayWrite, now: try #require(LocalMinute(text)))
    }

    /// The book after these lists were written one after the other.
    private static func book(
        _ lists: [(Papers.FormKey, [Papers.Line])]
    ) throws -> Papers.LineBook {
        var book = Papers.LineBook()
        for (key, lines) in lists {
            for event in try Papers.decide(.write(key, lines), on: book, in: around()) {
                book.apply(event)
            }
        }
        return book
    }

    @Test func `belong to a form of a regime, never to a number`() throws {
        let (stop, slip) = (Of.key(.stop), Of.key(.slip, .circular2018))
        let book = try Self.book([
            (stop, [Of.line("Căn cứ dừng")]), (slip, [Of.line("Ghi chú", .text)]),
        ])
        #expect(book.lines(of: stop).map(\.label.vi) == ["Căn cứ dừng"])
        #expect(book.lines(of: slip).map(\.way) == [.text])
        // Both are number 05, and nothing of one stands on the other.
        #expect(book.lines(of: Of.key(.slip)).isEmpty)
        #expect(Papers.Regime.circular2018.form(.slip)?.number == "05")
        #expect(Papers.Regime.circular2025.form(.stop)?.number == "05")
    }

    @Test func `are replaced as a whole, and taken away by writing none`() throws {
        let stop = Of.key(.stop)
        let twice = try Self.book([
            (stop, [Of.line("Một"), Of.line("Hai")]), (stop, [Of.line("Ba")]),
        ])
        #expect(twice.lines(of: stop).map(\.label.vi) == ["Ba"] && twice.lists.count == 1)
        let gone = try Self.book([(stop, [Of.line("Một")]), (stop, [])])
        #expect(gone.lines(of: stop).isEmpty)
        #expect(gone.list(of: stop)?.by == "quy", "who took them away is still known")
    }

    @Test func `are kept with who wrote them and when`() throws {
        let events = try Papers.decide(
            .write(Of.key(.stop), [Of.line("Một")]), on: Papers.LineBook(), in: Self.around())
        let list = Papers.LineList(
            key: Of.key(.stop), lines: [Of.line("Một")],
            at: try #require(LocalMinute("2025-07-02T09:00")), by: "quy")
        #expect(events == [.written(list: list)])
    }

    private static func lines(_ count: Int) -> [Papers.Line] {
        (0..<count).map { Of.line("Dòng \($0)") }
    }

    private static func line(_ vi: String, _ en: String) -> Papers.Line {
        Papers.Line(Bilingual(vi: vi, en: en), .blank)
    }

    private static let long = String(repeating: "ư", count: Papers.labelMaximum + 1)

    @Test(arguments: [
        ([line("", "Basis")], Papers.LineRejection.labelMissing(1)),
        ([line("Căn cứ", " ")], .labelMissing(1)),
        ([line("Một", "One"), line("\t", "Two")], .labelMissing(2)),
        ([line(long, "One")], .labelTooLong(1)), ([line("Một", long)], .labelTooLong(1)),
        ([line("Một", "One"), line("Hai", "Two"), line("Một", "Three")], .repeated(3)),
        (lines(Papers.linesMaximum + 1), .tooMany), ([], .unchanged),
    ])
    func `are refused where they say nothing, too much, or the same`(
        _ lines: [Papers.Line], _ refusal: Papers.LineRejection
    ) throws {
        let around = try Self.around()
        #expect(throws: refusal) {
            try Papers.decide(.write(Of.key(.stop), lines), on: Papers.LineBook(), in: around)
        }
    }

    @Test func `may be as many and as long as the form has room for`() throws {
        let full = String(Self.long.dropLast())
        let lines = Self.lines(Papers.linesMaximum - 1) + [Self.line(full, full)]
        #expect(try Self.book([(Of.key(.stop), lines)]).lines(of: Of.key(.stop)) == lines)
    }

    @Test func `are not written twice`() throws {
        let book = try Self.book([(Of.key(.stop), [Of.line("Một")])])
        let around = try Self.around()
        #expect(throws: Papers.LineRejection.unchanged) {
            try Papers.decide(.write(Of.key(.stop), [Of.line("Một")]), on: book, in: around)
        }
    }

    /// TT 01/2018 has no notice of a stop.
    @Test(arguments: [Papers.Regime.Name.decision2015, .circular2018])
    func `need a form that the regime has`(_ regime: Papers.Regime.Name) throws {
        let around = try Self.around()
        #expect(throws: Papers.LineRejection.formUnknown("stop", regime)) {
            try Papers.decide(
                .write(Of.key(.stop, regime), [Of.line("Một")]), on: Papers.LineBook(), in: around)
        }
    }

    @Test func `are for who is in charge of processes, whatever is wrong with them`() throws {
        let around = try Self.around(mayWrite: false)
        for lines in [[Of.line("Một")], [], Self.lines(30)] {
            #expect(throws: Papers.LineRejection.mayNotWrite) {
                try Papers.decide(
                    .write(Of.key(.stop), lines), on: Papers.LineBook(), in: around)
            }
        }
        let ward = try OrganisationTestState.ward()
        let today = OrganisationTestState.today
        let writers = DossierTestSamples.people + ["quan", "so", "quy", "la-mat"]
        #expect(writers.filter { ward.mayWritePapers($0, on: today) } == ["quy"])
    }

    static let refusals: [Papers.LineRejection] = [
        .mayNotWrite, .regimeUnknown("TT-9"), .formUnknown("stop", .circular2018), .tooMany,
        .labelMissing(2), .labelTooLong(2), .wayUnknown(2), .repeated(2), .unchanged,
    ]

    @Test func `are refused in both languages, with a code of its own for each`() {
        for refusal in Self.refusals {
            let (vi, en) = (refusal.sentence.vi, refusal.sentence.en)
            #expect(vi != en && vi.last == "." && en.last == ".", "\(refusal)")
            #expect(refusal.code.hasPrefix("papers.lines.") && !refusal.code.contains("("))
        }
        #expect(Set(Self.refusals.map(\.code)).count == Self.refusals.count)
        #expect(Self.refusals.filter(\.isNotFound).count == 2, "what is not there")
        #expect(Papers.LineRejection.labelMissing(2).field == "vi2")
        #expect(Papers.LineRejection.wayUnknown(2).field == "way2")
        #expect(
            Papers.LineRejection.formUnknown("stop", .circular2018).sentence.vi
                .contains("TT 01/2018/TT-VPCP không có mẫu “stop”"))
    }
}
