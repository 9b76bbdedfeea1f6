// Values of forms: checked by type, merged into the state, personal ones kept outside.

import Engine
import ProcessModel
import Testing
import WorkTime

struct EngineFormTests {
    let process = version(
        [step("a", form: "m"), step("b", form: "m")], ["s a b e"],
        forms: [
            Form(
                code: "m", title: "Mẫu",
                fields: [
                    FormField(
                        key: "ten", label: "Họ tên", type: .text, required: true, personal: true),
                    FormField(key: "n", label: "Số lượng", type: .number),
                    FormField(key: "ngay", label: "Ngày", type: .date),
                    FormField(key: "loai", label: "Loại", type: .choice(["A", "B"])),
                    FormField(key: "gap", label: "Gấp", type: .boolean),
                ])
        ])

    func refusal(_ fields: [String: FieldValue]) throws -> EngineRejection? {
        let story = try EngineStory.begun(process)
        let all = fields.merging(["ten": .text("Người Thử")]) { first, _ in first }
        return story.refusal(.complete(1, product: "", fields: all), by: "an")
    }

    @Test func `values are merged, and a personal one never reaches an event`() throws {
        var story = try EngineStory.begun(process)
        let fields: [String: FieldValue] = [
            "ten": .text("Người Thử"), "n": .number(3), "ngay": .text("2017-07-03"),
        ]
        try story.perform(.complete(1, product: "", fields: fields), by: "an")
        #expect(story.state?.fields == ["n": .number(3), "ngay": .text("2017-07-03")])
        #expect(story.state?.personalKeys == ["ten"])
        #expect(!story.events.contains { "\($0)".contains("Người Thử") })
    }

    @Test func `a required field may have been filled in earlier`() throws {
        var story = try EngineStory.begun(process)
        let missing = story.refusal(.complete(1, product: "", fields: [:]), by: "an")
        #expect(missing == .fieldMissing(label: "Họ tên"))
        let blank = story.refusal(.complete(1, product: "", fields: ["ten": .text(" ")]), by: "an")
        #expect(blank == .fieldMissing(label: "Họ tên"))
        try story.perform(
            .complete(1, product: "", fields: ["ten": .text("Người Thử")]), by: "an")
        try story.complete("b", by: "an")
        #expect(story.state?.isEnded == true)
    }

    @Test func `a value of the wrong type is refused by its label`() throws {
        let wrong: [(String, FieldValue, String, FieldType)] = [
            ("n", .text("ba"), "Số lượng", .number),
            ("n", .number(.infinity), "Số lượng", .number),
            ("ngay", .text("2017-02-30"), "Ngày", .date),
            ("loai", .text("C"), "Loại", .choice(["A", "B"])),
            ("gap", .number(1), "Gấp", .boolean),
        ]
        for (key, value, label, type) in wrong {
            #expect(
                try refusal([key: value]) == .fieldOfWrongType(label: label, expected: type))
        }
        #expect(try refusal(["loai": .text("A"), "gap": .boolean(true)]) == nil)
    }

    @Test func `a field the form does not have is refused, and so is a form that is missing`()
        throws
    {
        #expect(try refusal(["la": .text("x")]) == .unknownField(key: "la"))
        var other = process
        other.forms = []
        let story = try EngineStory.begun(other)
        let command = EngineCommand.complete(1, product: "", fields: [:])
        #expect(story.refusal(command, by: "an") == .unknownForm(code: "m"))
        let start = EngineCommand.start("hs", focalPoint: nil, fields: ["la": .number(1)])
        #expect(EngineStory(process).refusal(start, by: "an") == .unknownField(key: "la"))
    }

    // MARK: Conditions

    private static let asking = version(
        [step("a", form: "m"), step("b", form: "sau")], ["s a b e"],
        forms: [
            Form(
                code: "m", title: "Mẫu",
                fields: [
                    FormField(
                        key: "loai", label: "Loại", type: .choice(["A", "B"]), required: true),
                    FormField(
                        key: "von", label: "Vốn", type: .money, required: true,
                        condition: .compare("loai", .equal, .text("B"))),
                    FormField(
                        key: "cmnd", label: "Số định danh", type: .identity(oldCards: true),
                        personal: true, condition: .isSet("von")),
                ]),
            Form(
                code: "sau", title: "Sau",
                fields: [
                    FormField(
                        key: "y_kien", label: "Ý kiến", type: .longText, required: true,
                        condition: .compare("von", .greater, .number(1_000_000)))
                ]),
        ])

    @Test func `what is not asked is neither demanded nor kept`() throws {
        var story = try EngineStory.begun(Self.asking)
        let forged: [String: FieldValue] = [
            "loai": .text("A"), "von": .number(5_000_000), "cmnd": .text("không phải số"),
        ]
        try story.perform(.complete(1, product: "", fields: forged), by: "an")
        #expect(story.state?.fields == ["loai": .text("A")])
        #expect(story.state?.personalKeys.isEmpty == true)
        // The form of the second step asks for what the first one did not open.
        try story.complete("b", by: "an")
        #expect(story.state?.isEnded == true)
    }

    @Test func `what is asked is demanded, at its step and at a later one`() throws {
        var story = try EngineStory.begun(Self.asking)
        let open: [String: FieldValue] = ["loai": .text("B")]
        #expect(
            story.refusal(.complete(1, product: "", fields: open), by: "an")
                == .fieldMissing(label: "Vốn"))
        let wrong = open.merging(["von": .number(2.5)]) { a, _ in a }
        #expect(
            story.refusal(.complete(1, product: "", fields: wrong), by: "an")
                == .fieldOfWrongType(label: "Vốn", expected: .money))
        let right = open.merging(["von": .number(2_000_000), "cmnd": .text("012345678")]) { a, _ in
            a
        }
        try story.perform(.complete(1, product: "", fields: right), by: "an")
        #expect(story.state?.fields == ["loai": .text("B"), "von": .number(2_000_000)])
        #expect(story.state?.personalKeys == ["cmnd"])
        #expect(!story.events.contains { "\($0)".contains("012345678") })
        #expect(
            story.refusal(.complete(2, product: "", fields: [:]), by: "an")
                == .fieldMissing(label: "Ý kiến"))
        #expect(
            story.refusal(
                .complete(2, product: "", fields: ["y_kien": .text("a\u{0}")]), by: "an")
                == .fieldOfWrongType(label: "Ý kiến", expected: .longText))
        try story.perform(
            .complete(2, product: "", fields: ["y_kien": .text("Đồng ý\nvì đủ")]), by: "an")
        #expect(story.state?.isEnded == true)
    }

    @Test func `a key that the form has not is refused even where nothing is asked`() throws {
        let story = try EngineStory.begun(Self.asking)
        let forged: [String: FieldValue] = ["loai": .text("A"), "y_kien": .text("x")]
        #expect(
            story.refusal(.complete(1, product: "", fields: forged), by: "an")
                == .unknownField(key: "y_kien"))
    }

    @Test func `values that start an instance are sifted in the same way`() throws {
        let start = EngineCommand.start(
            "hs", focalPoint: nil,
            fields: ["loai": .text("A"), "von": .number(9_000_000), "y_kien": .text("x")])
        var story = EngineStory(Self.asking)
        try story.perform(start, by: "an")
        #expect(story.state?.fields == ["loai": .text("A")])
        #expect(EngineRules.replay(story.events) == story.state)
    }

    @Test func `every type of field is said in both languages when it is refused`() {
        let types: [FieldType] = [
            .money, .identity(oldCards: false), .phone, .email, .address, .longText,
            .table(FieldTable(columns: [])), .file, .signature,
        ]
        for type in types {
            let refusal = EngineRejection.fieldOfWrongType(label: "Mục", expected: type)
            #expect(refusal.sentence.vi.contains(type.phrase.vi))
            #expect(refusal.sentence.en.contains(type.phrase.en))
        }
    }
}
