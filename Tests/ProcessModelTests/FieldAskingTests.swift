// Which fields are asked: what a condition reads stands before it, and an answer to what is not
// asked is none.

import ProcessModel
import Testing
import WorkTime

struct FieldAskingTests {
    static let fields = [
        FormField(key: "loai", label: "Loại", type: .choice(["A", "B"]), required: true),
        FormField(
            key: "von", label: "Vốn", type: .money, required: true,
            condition: .compare("loai", .equal, .text("B"))),
        FormField(
            key: "nguon", label: "Nguồn vốn", type: .text, required: true,
            condition: .compare("von", .greater, .number(1_000_000))),
        FormField(
            key: "ghi_chu", label: "Ghi chú", type: .longText,
            condition: .not(.isSet("nguon"))),
    ]

    private func asked(
        _ values: [String: FieldValue], known: [String: FieldValue] = [:]
    ) -> [String] {
        Self.fields.asked(of: values, known: known).map(\.key)
    }

    @Test func `A field is asked where its condition holds`() {
        #expect(asked([:]) == ["loai", "ghi_chu"])
        #expect(asked(["loai": .text("A")]) == ["loai", "ghi_chu"])
        #expect(asked(["loai": .text("B")]) == ["loai", "von", "ghi_chu"])
        let rich: [String: FieldValue] = ["loai": .text("B"), "von": .number(2_000_000)]
        #expect(asked(rich) == ["loai", "von", "nguon", "ghi_chu"])
        #expect(
            asked(rich.merging(["nguon": .text("vay")]) { a, _ in a })
                == ["loai", "von", "nguon"])
    }

    @Test func `An answer to what is not asked opens nothing`() {
        let forged: [String: FieldValue] = [
            "loai": .text("A"), "von": .number(9_000_000), "nguon": .text("vay"),
        ]
        #expect(asked(forged) == ["loai", "ghi_chu"])
        #expect(Self.fields.mistakes(in: forged).isEmpty)
    }

    @Test func `What was filled in before counts until it is answered again`() {
        let known: [String: FieldValue] = ["loai": .text("B"), "von": .number(2_000_000)]
        #expect(asked([:], known: known) == ["loai", "von", "nguon", "ghi_chu"])
        #expect(asked(["loai": .text("A")], known: known) == ["loai", "ghi_chu"])
    }

    @Test func `White space is no answer`() {
        #expect(
            asked(["loai": .text("B"), "von": .number(2e6), "nguon": .text(" \n")])
                == ["loai", "von", "nguon", "ghi_chu"])
    }

    @Test func `All mistakes are told, in the order of the form`() {
        let values: [String: FieldValue] = [
            "loai": .text("B"), "von": .text("nhiều"), "ghi_chu": .text("a\u{1}"),
        ]
        let mistakes = Self.fields.mistakes(in: values)
        #expect(mistakes.map(\.field.key) == ["von", "ghi_chu"])
        #expect(mistakes.map(\.flaw) == [.amount, .unfitCharacters])
        #expect(Self.fields.mistakes(in: [:]).map(\.flaw) == [.missing])
        #expect(Self.fields.mistakes(in: [:], allRequired: false).isEmpty)
        #expect(Self.fields.mistakes(in: [:], known: ["loai": .text("A")]).isEmpty)
        #expect(Self.fields.mistakes(in: [:], knownKeys: ["loai"]).isEmpty)
    }

    @Test func `Whether a personal value was given is not read by conditions`() {
        var fields = Self.fields
        fields[0].personal = true
        let asked = fields.asked(of: ["loai": .text("B")])
        #expect(!asked.contains { $0.key == "von" })
    }

    /// Any answers: no mistake and no asked field hangs on a field that is not asked.
    @Test func `No answer, however odd, makes a hidden field count`() {
        let choices: [[FieldValue?]] = [
            [nil, .text("A"), .text("B"), .text("C"), .number(1)],
            [nil, .number(5), .number(2e6), .text("x"), .boolean(true)],
            [nil, .text("vay"), .text(" ")], [nil, .text("g"), .number(0)],
        ]
        for loai in choices[0] {
            for von in choices[1] {
                for nguon in choices[2] {
                    for note in choices[3] {
                        var values: [String: FieldValue] = [:]
                        values["loai"] = loai
                        values["von"] = von
                        values["nguon"] = nguon
                        values["ghi_chu"] = note
                        let asked = Set(asked(values))
                        #expect(asked.contains("von") == (loai == .text("B")))
                        #expect(
                            asked.contains("nguon") == (loai == .text("B") && von == .number(2e6)))
                        let open = asked.contains("nguon") && nguon == .text("vay")
                        #expect(asked.contains("ghi_chu") == !open)
                        let wrong = Set(Self.fields.mistakes(in: values).map(\.field.key))
                        #expect(wrong.isSubset(of: asked))
                    }
                }
            }
        }
    }
}
