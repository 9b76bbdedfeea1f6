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
}
