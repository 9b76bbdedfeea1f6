// The register of processing: derived from the processes in force and from what is kept.

import Engine
import HTTPTypes
import Ledger
import ProcessModel
import Testing
import WorkTime

@testable import Office

@Suite struct `The register of personal data` {
    private func register(
        _ office: DossierTestOffice, as person: PersonID = "anh", after: String = "",
        limit: Int? = nil
    ) async throws -> Privacy.Register {
        let viewer = try await office.viewer(person)
        return try await office.desk.read {
            try $0.privacyRegister(for: viewer, after: after, limit: limit)
        }
    }

    @Test func `names the fields that the values themselves have`() {
        #expect(
            Privacy.Group.applicant.fields
                == [
                    "name", "identity", "phone", "address", "email", "submitter", "request",
                    "filer",
                ])
        #expect(
            Privacy.Group.delivery.fields
                == ["name", "phone", "address", "photo", "signature"])
        #expect(!Privacy.Group.petition.fields.contains("secret"))
        #expect(Privacy.Group.petition.fields.contains("words"))
    }

    @Test func `has a word for every field and group, in both languages`() throws {
        let texts = try Site.Texts.bundled()
        for language in Language.allCases {
            for group in Privacy.Group.allCases {
                var keys = group.fields.map { "privacy.field.\($0)" }
                keys += ["group", "purpose", "basis", "seenBy"].map {
                    "privacy.\($0).\(group.rawValue)"
                }
                for key in keys {
                    #expect(!texts.text(key, language, []).contains("["), "\(key)")
                }
            }
        }
    }

    @Test func `lists the personal fields of the forms of the processes in force`() async throws {
        try await DossierTestOffice.run { office in
            let found = try await register(office).processings
            #expect(found.map(\.code.rawValue) == ["CT-02", "KS-01", "XN-03"])
            for processing in found {
                #expect(processing.fields == ["Tên con"], "the number of copies is nobody's")
                #expect(processing.hasApplicant)
                #expect(processing.basis == ["Luật Hộ tịch 2014, Điều 16"])
                #expect(processing.seenBy.contains("Một cửa phường A"))
            }
            let birth = try #require(found.first { $0.code == "KS-01" })
            #expect(birth.seenBy.contains("Tư pháp phường A"))
            #expect(!birth.seenBy.contains { $0.contains("phường B") })
        }
    }

    @Test func `follows a new issue by itself`() async throws {
        try await DossierTestOffice.run { office in
            var version = DossierTestSamples.processes[0]
            version.issue = 2
            version.forms[0].fields.append(
                FormField(key: "tenMe", label: "Tên mẹ", type: .text, personal: true))
            try await office.revise(version, from: "2017-07-10")
            func fields() async throws -> [String]? {
                try await register(office).processings.first { $0.code == "KS-01" }?.fields
            }
            #expect(try await fields() == ["Tên con"])
            try office.set("2017-07-10T09:00")
            #expect(try await fields() == ["Tên con", "Tên mẹ"])
        }
    }

    @Test func `pages go on from a process`() async throws {
        try await DossierTestOffice.run { office in
            let first = try await register(office, limit: 2)
            #expect(first.processings.map(\.code.rawValue) == ["CT-02", "KS-01"])
            let next = try #require(first.next)
            let rest = try await register(office, after: next, limit: 2)
            #expect(rest.processings.map(\.code.rawValue) == ["XN-03"] && rest.next == nil)
        }
    }

    @Test func `is a page, a file and JSON of the same`() async throws {
        try await DossierTestOffice.run { office in
            let page = try await office.open("/privacy", as: "anh")
            for words in ["Sổ xử lý dữ liệu cá nhân", "Tên con", "91/2025/QH15", "chưa xác nhận"] {
                #expect(page.text.contains(words), "\(words)")
            }
            #expect(!page.text.contains("[privacy"))
            let file = try await office.open("/privacy/register.csv", as: "anh")
            #expect(file.headers[.contentType] == "text/csv; charset=utf-8")
            let lines = file.text.split(whereSeparator: \.isNewline)
            #expect(lines.count == 1 + Privacy.Group.allCases.count + 3)
            #expect(file.text.contains("Tên con"))
            let json = try await office.open("/privacy", as: "anh", wantsJSON: true).json()
            #expect((json["processings"] as? [Any])?.count == 3)
            let english = try await office.open("/privacy", as: "anh", language: "en")
            #expect(english.text.contains("Register of personal data"))
        }
    }

    @Test func `no cell of the file is taken for a formula`() {
        let line = Privacy.Line(
            work: "=1+1", data: "@x", purpose: "a,b", basis: "", seenBy: "", kept: "", place: "")
        let text = Privacy.table(of: [line], heads: ["a"])
        #expect(text.contains("'=1+1,'@x,\"a,b\""))
    }

    @Test(
        arguments: [
            ("anh", true), ("binh", true), ("tam", true), ("chi", false), ("ha", false),
        ] as [(PersonID, Bool)])
    func `is for who answers for people`(_ person: PersonID, _ sees: Bool) async throws {
        try await DossierTestOffice.run { office in
            for path in ["/privacy", "/privacy/register.csv"] {
                let page = try await office.open(path, as: person)
                #expect(page.status == (sees ? .ok : .notFound), "\(path)")
                #expect(try await office.open(path, as: nil).location == "/sign-in")
            }
        }
    }

    @Test(arguments: ["/privacy?after='", "/privacy?after=%F0%9F%92%A9", "/privacy?after=ZZ"])
    func `hostile addresses find nothing`(_ path: String) async throws {
        try await DossierTestOffice.run { office in
            let answer = try await office.open(path, as: "anh")
            #expect(answer.status == .ok)
        }
    }
}
