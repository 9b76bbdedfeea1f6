// Which values are lent to a new filing, and who may ask for it.

import Engine
import Ledger
import ProcessModel
import Testing
import WorkTime

@testable import Office

@Suite struct `Values that are lent` {
    @Test func `are those of the applicant and of fields that are asked in the same way`() throws {
        let filled = Prefills.filled(
            from: try PrefillSamples.source(), for: PrefillSamples.form)
        #expect(
            filled.values == [
                "name": "Phạm Thị Hư Cấu", "identity": PrefillSamples.identity,
                "phone": "0912 345 678", "email": "hu.cau@vi-du.vn",
                "address": "Số 1, phố Minh Họa", "field.soBan": "2", "field.loai": "a",
            ])
        #expect(filled.code == PrefillSamples.code && filled.day == DayNumber("2017-07-03"))
    }

    /// The field as the new form has it, and whether the answer to the old one serves.
    @Test(
        arguments: [
            (FormField(key: "soBan", label: "Số bản sao", type: .number), true),
            (FormField(key: "soBan", label: "số  bản sao", type: .number), true),
            (FormField(key: "soBan", label: "SO BAN SAO", type: .number), true),
            (FormField(key: "soBan", label: "Số bản chính", type: .number), false),
            (FormField(key: "soBan", label: "Số bản sao", type: .text), false),
            (FormField(key: "ban", label: "Số bản sao", type: .number), false),
            (FormField(key: "soBan", label: "Số bản sao", type: .number, personal: true), false),
            (FormField(key: "loai", label: "Loại", type: .choice(["a", "b"])), true),
            (FormField(key: "loai", label: "Loại", type: .choice(["b", "c"])), false),
            (FormField(key: "giay", label: "Giấy", type: .file), false),
            (FormField(key: "tenCon", label: "Tên con", type: .text, personal: true), false),
            (FormField(key: "tenCon", label: "Tên con", type: .text), false),
        ])
    func `are of the same field or of none`(_ field: FormField, _ isLent: Bool) throws {
        let filled = Prefills.filled(
            from: try PrefillSamples.source(), for: [field])
        #expect((filled.values[field.input] != nil) == isLent, "\(field)")
    }

    @Test func `never hold what the new filing would be refused for, nor a request`() throws {
        var applicant = FilingSamples.birth.applicant
        applicant.phone = "12"
        applicant.identity = "1"
        applicant.email = "a@b"
        applicant.address = String(repeating: "ợ", count: 301)
        applicant.fields = ["tenCon": "Bé Minh Họa"]
        let filled = Prefills.filled(
            from: try PrefillSamples.source(applicant, values: ["loai": .text("c")]),
            for: PrefillSamples.form)
        #expect(filled.values == ["name": "Phạm Thị Hư Cấu"])
    }

    @Test func `are of who filed for oneself with that very address`() throws {
        let address = try #require(Contacts.Address(.email, PrefillSamples.address))
        let phone = try #require(Contacts.Address(.sms, "0912345678"))
        let other = try #require(Contacts.Address(.email, "khac@vi-du.vn"))
        var applicant = FilingSamples.birth.applicant
        #expect(Prefills.lends(applicant, to: address) && Prefills.lends(applicant, to: phone))
        #expect(!Prefills.lends(applicant, to: other))
        applicant.submitter = "Ngô Văn Hư Cấu"
        #expect(!Prefills.lends(applicant, to: address), "of a third person nothing is told")
        applicant.submitter = ""
        applicant.filer = Dossiers.Filer(relation: "Con")
        #expect(!Prefills.lends(applicant, to: address))
    }
}

@Suite struct `Answers that were filled in` {
    private let filled = Prefills.Filled(
        code: PrefillSamples.code, day: DayNumber(rawValue: 17_350),
        values: ["name": "Phạm Thị Hư Cấu", "identity": PrefillSamples.identity])

    private func answers(
        _ sent: [(String, String)], at question: Filings.Question = .person
    ) -> Filings.Answers {
        Filings.Answers(prefilled: filled)
            .with(question, Site.Form(pairs: sent.map { (name: $0.0, value: $0.1) }))
    }

    @Test func `are no page that was seen`() {
        let begun = Filings.Answers(prefilled: filled)
        #expect(begun.seen.isEmpty && begun.form["name"] == "Phạm Thị Hư Cấu")
        #expect(begun.prefill == filled)
    }

    /// What is sent for the number and the box, what stands then, and whether it is still filled.
    @Test(arguments: [
        ("", "1", PrefillSamples.identity, true),
        ("", "", "", false),
        ("079123456789", "1", "079123456789", false),
        ("079123456789", "", "079123456789", false),
        (PrefillSamples.identity, "", PrefillSamples.identity, true),
    ])
    func `keep the number of the identity paper, or give it up`(
        _ typed: String, _ box: String, _ kept: String, _ isFilled: Bool
    ) {
        let after = answers([
            ("name", "Phạm Thị Hư Cấu"), ("identity", typed), ("keepIdentity", box),
        ])
        #expect(after.form["identity"] == kept)
        #expect(after.prefill?.hasIdentity == isFilled)
        #expect(after.prefill?.values["name"] != nil)
        #expect(after.seen == ["person"])
    }

    @Test func `lose their mark once they are changed`() {
        let after = answers([("name", "Phạm Thị Khác"), ("keepIdentity", "1")])
        #expect(after.prefill?.values.keys.sorted() == ["identity"])
    }

    @Test func `are kept by no box on another page`() {
        let after = answers([("phone", "0912345678"), ("keepIdentity", "1")], at: .contact)
        #expect(after.form["identity"] == PrefillSamples.identity)
        #expect(after.form["keepIdentity"].isEmpty)
    }

    @Test func `are text and back, and leave no value once they were sent`() throws {
        let begun = Filings.Answers(prefilled: filled)
        #expect(try Filings.Answers(text: begun.text()) == begun)
        let sent = begun.sent
        #expect(sent.prefill?.hasIdentity == true && sent.form.pairs.isEmpty)
        #expect(!(try sent.text().contains(PrefillSamples.identity)))
        #expect(!(try sent.text().contains("Hư Cấu")))
        #expect(Filings.Answers.none.sent.prefill == nil)
        let old = #"{"pairs":[["name","A"]],"seen":["person"]}"#
        let told = try Filings.Answers(text: old)
        #expect(told.prefill == nil && told.form["name"] == "A", "as drafts were kept before")
    }

    @Test func `come under what a program sends itself`() {
        let form = filled.under(
            Site.Form(pairs: [(name: "name", value: "Phạm Thị Khác"), (name: "a", value: "b")]))
        #expect(form["name"] == "Phạm Thị Khác" && form["identity"] == PrefillSamples.identity)
        #expect(form.all("name").count == 1 && form["a"] == "b")
    }
}

@Suite struct `A consent to fill in` {
    /// Ticked, given already, something filed.
    @Test(
        arguments: [
            (true, false, true, nil), (false, false, true, .notTicked),
            (true, true, true, .alreadyGiven), (false, true, true, .alreadyGiven),
            (true, false, false, .nothingFiled), (false, false, false, .notTicked),
        ] as [(Bool, Bool, Bool, Prefills.Rejection?)])
    func `is a tick of who has filed`(
        _ isTicked: Bool, _ isGiven: Bool, _ hasSource: Bool, _ refusal: Prefills.Rejection?
    ) {
        let around = Prefills.Surroundings(
            isTicked: isTicked, isGiven: isGiven, hasSource: hasSource)
        if let refusal {
            #expect(throws: refusal) { try Prefills.decideAgreeing(around) }
        } else {
            #expect(throws: Never.self) { try Prefills.decideAgreeing(around) }
        }
    }

    @Test func `is withdrawn once`() throws {
        let now = LocalMinute(rawValue: 5)
        let grant = Prefills.Grant(
            at: now, purpose: .filing, channel: .email,
            holder: PersonalMark(id: "prefill/x", digest: Array(repeating: 1, count: 32)))
        var consent = Prefills.Consent(grant: grant)
        #expect(try Prefills.decideWithdrawing(consent, at: now) == [.withdrawn(at: now)])
        consent.apply(.withdrawn(at: now))
        #expect(consent.withdrawnAt == now)
        for nothing in [consent, nil] {
            #expect(throws: Prefills.Rejection.notGiven) {
                try Prefills.decideWithdrawing(nothing, at: now)
            }
        }
    }

    @Test func `is refused in both languages`() {
        let all: [Prefills.Rejection] = [.notTicked, .alreadyGiven, .notGiven, .nothingFiled]
        #expect(Set(all.map(\.sentence.vi)).count == all.count)
        #expect(Set(all.map(\.sentence.en)).count == all.count)
        #expect(Set(all.map(\.code)).count == all.count)
        #expect(all.first?.code == "prefills.notTicked" && all.first?.field == "consent")
    }
}
