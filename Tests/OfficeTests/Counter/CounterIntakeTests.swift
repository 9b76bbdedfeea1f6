// From the posted form to the intake, field by field: what is read, and what is not believed.

import Engine
import ProcessModel
import Testing
import WorkTime

@testable import Office

@Suite struct `The posted intake` {
    /// Every type of field in the form of the counter; one of them personal.
    static let fields = [
        FormField(key: "soBan", label: "Số bản", type: .number),
        FormField(key: "ngay", label: "Ngày sinh", type: .date, required: true),
        FormField(key: "gap", label: "Làm gấp", type: .boolean),
        FormField(key: "loai", label: "Loại", type: .choice(["thường", "đặc biệt"])),
        FormField(key: "ten", label: "Tên con", type: .text, personal: true),
    ]

    static let version: ProcessVersion = {
        var version = DossierTestSamples.processes[0]
        version.forms[0].fields = fields
        return version
    }()

    private static let intake = Counter.Intake(
        version: version, office: "p", now: WorkTestRows.now, explanation: nil, next: nil)

    private func read(_ pairs: (String, String)...) -> Dossiers.Intake {
        Self.intake.dossier(
            from: Site.Form(pairs: pairs.map { (name: $0.0, value: $0.1) }))
    }

    @Test func `of nothing is an intake that the rules refuse, not a crash`() {
        let empty = read()
        #expect(empty.process == "KS-01" && empty.office == "p")
        #expect(empty.applicant == Dossiers.Applicant(name: ""))
        #expect(empty.papers.isEmpty && empty.sets == 0 && empty.fee == nil)
        #expect(empty.fields.isEmpty && empty.channel == .counter && empty.returnWay == .counter)
    }

    @Test func `process and office are those of the counter, whatever the form says`() {
        let forged = read(
            ("process", "CT-02"), ("office", "r"), ("code", "X"), ("appointment", "2000-01-01"),
            ("receivedBy", "anh"), ("issue", "9"))
        #expect(forged == read())
    }

    @Test(
        arguments: [
            ("", nil), ("0", 0), ("8000", 8000), ("8.000", 8000), ("8 000", 8000),
            ("1.000.000", 1_000_000), ("  8.000 ", 8000), ("-5", -5), ("8,5", -1), ("ít", -1),
            ("8000đ", -1), ("0x10", -1), ("1e3", -1), ("８０００", -1), ("99999999999999999999", -1),
            ("--1", -1),
        ] as [(String, Int?)])
    func `a fee is an amount in đồng, or a number that no fee has`(_ text: String, _ fee: Int?) {
        #expect(read(("fee", text)).fee == fee)
    }

    @Test(arguments: [
        ("1", 1), ("99", 99), ("100", 100), ("0", 0), ("-1", -1), ("", 0), ("hai", 0),
        ("1.5", 0), ("1,0", 0), ("99999999999999999999", 0), ("٣", 0), ("1 ", 1),
    ])
    func `the number of sets is read as it stands`(_ text: String, _ sets: Int) {
        #expect(read(("sets", text)).sets == sets)
    }

    @Test func `every way of coming and of returning is read, an unknown one is the counter`() {
        for channel in Dossiers.Channel.allCases {
            #expect(read(("channel", channel.rawValue)).channel == channel)
        }
        for way in Dossiers.ReturnWay.allCases {
            #expect(read(("returnWay", way.rawValue)).returnWay == way)
        }
        for text in ["", "COUNTER", "bồ câu", "counter;", "\0"] {
            #expect(read(("channel", text)).channel == .counter)
            #expect(read(("returnWay", text)).returnWay == .counter)
        }
    }

    @Test func `the applicant is taken as typed, identity papers without their spaces`() {
        let applicant = read(
            ("name", "  Đặng Thị Hư Cấu "), ("identity", " 0123 4567 8901 "),
            ("phone", "0912 345.678"), ("address", "Số 1\u{A0}"), ("email", "a@example.com"),
            ("submitter", "Lê Nộp Thay"), ("request", "Dòng một\r\nDòng hai"),
            ("name", "Người khác")
        ).applicant
        #expect(applicant.name == "Đặng Thị Hư Cấu")
        #expect(applicant.identity == "012345678901" && applicant.phone == "0912 345.678")
        #expect(applicant.address == "Số 1" && applicant.email == "a@example.com")
        #expect(applicant.submitter == "Lê Nộp Thay")
        #expect(applicant.request == "Dòng một\r\nDòng hai" && applicant.fields.isEmpty)
    }

    // MARK: Papers

    @Test func `papers are those that were ticked, with their copies`() {
        let names = Self.version.components
        #expect(
            read(("paper.0", "1"), ("copies.0", "3"), ("copies.1", "2")).papers
                == [Dossiers.Paper(name: names[0], copies: 3)])
        #expect(
            read(("paper.1", "1"), ("paper.0", "1"), ("copies.0", "1"), ("copies.1", "2")).papers
                == [
                    Dossiers.Paper(name: names[0], copies: 1),
                    Dossiers.Paper(name: names[1], copies: 2),
                ])
    }

    @Test(arguments: ["", "0", "on", "true", "2", "11", "1\u{301}"])
    func `a box that was not ticked is a paper that is not there`(_ value: String) {
        #expect(read(("paper.0", value), ("copies.0", "1")).papers.isEmpty)
    }

    @Test(arguments: ["", "hai", "0", "-3", "1.5", "99999999999999999999"])
    func `a ticked paper without copies is one that the rules refuse`(_ copies: String) {
        let papers = read(("paper.0", "1"), ("copies.0", copies)).papers
        #expect(papers.count == 1 && papers.allSatisfy { $0.copies < 1 })
    }

    @Test(arguments: ["paper.2", "paper.99", "paper.-1", "paper.", "paper.0x", "Paper.0", "paper"])
    func `a paper that the process does not ask for cannot be forged`(_ name: String) {
        #expect(read((name, "1"), ("copies.2", "1"), ("copies.99", "1")).papers.isEmpty)
    }

    @Test func `other papers are the lines that hold something`() {
        let text = "  Hộ khẩu\r\n\r\n\t \nGiấy kết hôn\u{2028}Ảnh 3x4\n"
        #expect(
            read(("otherPapers", text)).papers.map(\.name) == [
                "Hộ khẩu", "Giấy kết hôn", "Ảnh 3x4",
            ])
        #expect(read(("otherPapers", " \n\n ")).papers.isEmpty)
        let both = read(("paper.0", "1"), ("copies.0", "1"), ("otherPapers", "Hộ khẩu")).papers
        #expect(both.map(\.name) == [Self.version.components[0], "Hộ khẩu"])
        #expect(both.allSatisfy { $0.copies == 1 })
    }

    // MARK: Fields of the process

    @Test(
        arguments: [
            ("soBan", "2", .number(2)), ("soBan", "2,5", .number(2.5)),
            ("soBan", "2.5", .number(2.5)),
            ("soBan", "-1", .number(-1)), ("soBan", "hai", .text("hai")), ("soBan", "", nil),
            ("soBan", " ", nil), ("ngay", "2017-07-01", .text("2017-07-01")),
            ("ngay", "hôm qua", .text("hôm qua")), ("gap", "true", .boolean(true)),
            ("gap", "false", .boolean(false)), ("gap", "", nil),
            ("loai", "thường", .text("thường")),
            ("loai", "lạ", .text("lạ")), ("ten", "Bé", .text("Bé")), ("ten", "", nil),
        ] as [(String, String, FieldValue?)])
    func `a field is read in its type, or kept as text for the rules to name`(
        _ key: String, _ text: String, _ value: FieldValue?
    ) {
        #expect(read(("field.\(key)", text)).fields[key] == value)
    }

    @Test func `fields that the form does not have are not read`() {
        let forged = read(
            ("field.la", "1"), ("field.", "1"), ("soBan", "1"), ("field.soban", "1"),
            ("FIELD.soBan", "1"))
        #expect(forged.fields.isEmpty)
    }

    @Test func `personal fields go beside the ledger, the others do not`() {
        let intake = read(("field.ten", "Bé Hư Cấu"), ("field.soBan", "2"))
        #expect(intake.applicant.fields == ["ten": "Bé Hư Cấu"])
        #expect(read(("field.ten", " ")).applicant.fields.isEmpty)
    }

    @Test func `a process without a form at its first step asks for no fields`() {
        var version = Self.version
        version.forms.removeAll { $0.code == "BM-01" }
        let bare = Counter.Intake(
            version: version, office: "p", now: WorkTestRows.now, explanation: nil, next: nil)
        #expect(bare.fields.isEmpty && Self.intake.fields == Self.fields)
    }

    @Test func `of names and values by chance never crashes, and stays at its office`() {
        var chance = DossierTestChance(seed: 61)
        let names = [
            "name", "identity", "phone", "sets", "fee", "channel", "returnWay", "paper.0",
            "copies.0", "paper.1", "otherPapers", "field.soBan", "field.ngay", "field.gap",
            "field.loai", "field.ten", "office", "process",
        ]
        let letters = Array("019-.,x đ\n\0<>&=%")
        for _ in 0..<2000 {
            let pairs = (0..<chance.below(12)).map { _ in
                (
                    name: chance.pick(names),
                    value: String((0..<chance.below(8)).map { _ in chance.pick(letters) })
                )
            }
            let intake = Self.intake.dossier(from: Site.Form(pairs: pairs))
            #expect(intake.office == "p" && intake.process == "KS-01")
            #expect(intake.papers.count <= 2 + 8)
            #expect(intake.fields.keys.allSatisfy { key in Self.fields.contains { $0.key == key } })
        }
    }
}
