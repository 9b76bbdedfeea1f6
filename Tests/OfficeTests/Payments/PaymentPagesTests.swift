// The pages of payments, as people and as programs ask for them.

import Engine
import HTML
import HTTPTypes
import Ledger
import Testing
import WorkTime

@testable import Office

@Suite struct `The payments of a dossier on its page` {
    @Test func `are asked, shown with a code, and confirmed`() async throws {
        try await DossierTestOffice.run { office in
            try await office.openAccount()
            let code = try await office.receive()
            let path = "/dossiers/\(code)/payments"
            let empty = try await office.open(path, as: "chi")
            #expect(empty.status == .ok && empty.text.contains("Yêu cầu nộp phí"))
            let asked = try await office.post(
                path, as: "chi",
                [("act", "ask"), ("amount", "8.000 đ"), ("reason", "Bản sao trích lục")])
            #expect(asked.status == .seeOther && asked.location == path)
            let page = try await office.open(path, as: "chi")
            let transfer = try Payments.VietQR(
                bank: "970436", account: "1234567", amount: 8_000, purpose: "PA1707030001")
            let drawing = Piece.qr(
                transfer.text, label: "Mã VietQR chuyển 8.000 đồng, nội dung PA1707030001")
            #expect(page.text.contains(drawing.string))
            for words in [
                "Phải nộp 8.000 đồng: Bản sao trích lục", "1234567", "UBND PHUONG A",
                "PA1707030001", "Xác nhận đã thu 8.000 đồng",
            ] {
                #expect(page.text.contains(words), "\(words)")
            }
            let confirmed = try await office.post(
                path, as: "chi",
                [
                    ("act", "confirm"), ("number", "1"), ("amount", "8000"), ("way", "cash"),
                    ("day", "2017-07-03"), ("receipt", "BL 0012"),
                ])
            #expect(confirmed.status == .seeOther)
            let paid = try await office.open(path, as: "chi")
            #expect(paid.text.contains("BL 0012") && paid.text.contains("Đã thu"))
            #expect(!paid.text.contains("<svg class=\"qr\""))
            let back = try await office.post(
                path, as: "chi",
                [("act", "refund"), ("number", "1"), ("amount", "3000"), ("reason", "Thu thừa")])
            #expect(back.status == .seeOther)
            #expect(try await office.bill(code)[1]?.refunded == 3_000)
        }
    }

    @Test func `are the same for programs`() async throws {
        try await DossierTestOffice.run { office in
            try await office.openAccount()
            let code = try await office.receive()
            let token = try await office.token(of: "chi", .read, .work)
            let path = "/dossiers/\(code)/payments"
            let asked = try await office.call(
                .post, path, token, json: #"{"act":"ask","amount":8000,"reason":"Bản sao"}"#,
                key: "1")
            #expect(asked.status == .ok, "\(asked.text)")
            let again = try await office.call(
                .post, path, token, json: #"{"act":"ask","amount":8000,"reason":"Bản sao"}"#,
                key: "1")
            #expect(again.text == asked.text)
            let sheet = try await office.call(.get, path, token).json()
            #expect(sheet["purpose"] as? String == "PA1707030001")
            #expect((sheet["transfer"] as? String)?.hasPrefix("000201010212") == true)
            let refused = try await office.call(
                .post, path, token, json: #"{"act":"ask","amount":8000,"reason":"Bản sao"}"#,
                key: "2")
            #expect(refused.status == .unprocessableContent)
            #expect(try refused.code() == "payments.alreadyOpen")
            let dossier = try await office.call(.get, "/dossiers/\(code)", token).json()
            let payments = try #require(dossier["payments"] as? [String: Any])
            #expect(payments["dossier"] as? String == code)
            let reader = try await office.token(of: "binh", .read)
            let denied = try await office.call(.post, path, reader, json: #"{"act":"ask"}"#)
            #expect(denied.status == .forbidden)
        }
    }

    private static let refused: [([(String, String)], String, String)] = [
        ([("act", "ask"), ("amount", "8,5"), ("reason", "x")], "ask-amount", "số nguyên đồng"),
        ([("act", "ask"), ("amount", ""), ("reason", "x")], "ask-amount", "số nguyên đồng"),
        ([("act", "ask"), ("amount", "8000")], "ask-reason", "Hãy ghi lý do."),
    ]

    @Test(arguments: refused.indices)
    func `come back with what was typed and what to mend`(_ index: Int) async throws {
        let (fields, field, words) = Self.refused[index]
        try await DossierTestOffice.run { office in
            let code = try await office.receive()
            let page = try await office.post("/dossiers/\(code)/payments", as: "chi", fields)
            #expect(page.status == .unprocessableContent)
            #expect(page.text.contains("<a href=\"#\(field)\">") && page.text.contains(words))
            #expect(page.text.contains("id=\"\(field)-error\""))
            #expect(try await office.bill(code).payments.isEmpty)
        }
    }

    @Test(
        arguments: [
            [
                ("act", "confirm"), ("number", "1"), ("amount", "8000"), ("way", "cash"),
                ("day", "x"),
            ],
            [
                ("act", "confirm"), ("number", "1"), ("amount", "7000"), ("way", "cash"),
                ("day", "2017-07-03"), ("receipt", "1"),
            ],
            [
                ("act", "confirm"), ("number", "1"), ("amount", "8000"), ("way", "bank"),
                ("day", "2017-07-04"), ("receipt", "1"),
            ],
            [("act", "cancel"), ("number", "1"), ("reason", " ")],
            [("act", "refund"), ("number", "1"), ("amount", "1"), ("reason", "x")],
            [("act", "confirm"), ("number", "1"), ("way", "statement"), ("day", "2017-07-03")],
            [("act", "confirm"), ("number", "x"), ("way", "cash"), ("day", "2017-07-03")],
            [("act", "no")], [("act", "")], [],
        ] as [[(String, String)]])
    func `are not changed by what is refused`(_ fields: [(String, String)]) async throws {
        try await DossierTestOffice.run { office in
            let code = try await office.receive()
            try await office.ask(code)
            let sequence = try await office.sequence()
            let path = "/dossiers/\(code)/payments"
            let page = try await office.post(path, as: "chi", fields)
            #expect([.unprocessableContent, .notFound].contains(page.status), "\(page.status)")
            let json = try await office.post(path, as: "chi", fields, wantsJSON: true)
            #expect(try json.code().hasPrefix("payments."))
            #expect(try await office.sequence() == sequence)
        }
    }

    @Test func `stand on the dossier's page for who may see them alone`() async throws {
        try await DossierTestOffice.run { office in
            let code = try await office.receive()
            try await office.ask(code)
            try await office.advance(code, times: 2)
            for person: PersonID in ["chi", "anh"] {
                let page = try await office.open("/dossiers/\(code)", as: person)
                #expect(page.text.contains("Phí, lệ phí"), "\(person)")
                #expect(page.text.contains("8.000 đồng: Bản sao trích lục"))
                #expect(page.text.contains("/dossiers/\(code)/payments"))
            }
            let specialist = try await office.open("/dossiers/\(code)", as: "ha")
            #expect(specialist.status == .ok && !specialist.text.contains("Phí, lệ phí"))
            for person: PersonID in ["ha", "la"] {
                let path = "/dossiers/\(code)/payments"
                #expect(try await office.open(path, as: person).status == .notFound)
                let post = try await office.post(
                    path, as: person, [("act", "cancel"), ("number", "1"), ("reason", "x")])
                #expect(post.status == .notFound)
            }
            let leader = try await office.open("/dossiers/\(code)/payments", as: "anh")
            #expect(leader.status == .ok && !leader.text.contains("<button class=\"btn go\""))
            let guest = try await office.open("/dossiers/\(code)/payments", as: nil)
            #expect(guest.location == "/sign-in")
        }
    }

    @Test func `without the token of the page are not written`() async throws {
        try await DossierTestOffice.run { office in
            let code = try await office.receive()
            let page = try await office.post(
                "/dossiers/\(code)/payments", as: "chi",
                [("act", "ask"), ("amount", "1"), ("reason", "x")], withToken: false)
            #expect(page.status == .unprocessableContent)
            #expect(try await office.bill(code).payments.isEmpty)
        }
    }

    @Test func `write what was typed as text and never as markup`() async throws {
        try await DossierTestOffice.run { office in
            let code = try await office.receive()
            try await office.ask(code, reason: "<script>alert(1)</script>\"'&")
            for path in ["/dossiers/\(code)/payments", "/dossiers/\(code)", "/payments"] {
                let page = try await office.open(path, as: "chi")
                #expect(page.status == .ok && !page.text.contains("<script>alert"), "\(path)")
                #expect(page.text.contains("&lt;script&gt;alert(1)"), "\(path)")
            }
        }
    }

    @Test func `that wait are printed with the receipt`() async throws {
        try await DossierTestOffice.run { office in
            try await office.openAccount()
            let code = try await office.receive()
            let path = "/dossiers/\(code)/receipt"
            #expect(!(try await office.open(path, as: "chi").text.contains("CHUYỂN KHOẢN")))
            try await office.ask(code)
            let page = try await office.open(path, as: "chi")
            #expect(page.text.contains("NỘP PHÍ BẰNG CHUYỂN KHOẢN"))
            #expect(page.text.count(of: "<svg class=\"qr\"") == 2)
            try await office.confirm(code)
            #expect(!(try await office.open(path, as: "chi").text.contains("CHUYỂN KHOẢN")))
        }
    }
}

@Suite struct `The list and the account of an office` {
    @Test func `show what waits, in both languages and as JSON`() async throws {
        try await DossierTestOffice.run { office in
            try await office.openAccount()
            let code = try await office.receive()
            try await office.ask(code)
            for (language, words) in [
                ("vi", ["Các khoản thu", "1 khoản chờ thu", "Chờ thu", "Đối chiếu sao kê"]),
                ("en", ["Payments", "1 waiting", "Waiting", "Bank statement"]),
            ] {
                let page = try await office.open("/payments", as: "chi", language: language)
                #expect(page.status == .ok)
                for word in words + [code] { #expect(page.text.contains(word), "\(word)") }
            }
            let json = try await office.open("/payments", as: "anh", wantsJSON: true).json()
            #expect(json["openAmount"] as? Int == 8_000 && json["mayWrite"] as? Bool == false)
            let leader = try await office.open("/payments", as: "anh")
            #expect(!leader.text.contains("Đối chiếu sao kê"))
            for path in ["/payments?office=r", "/payments?office=p.mc", "/payments?after=x"] {
                #expect(try await office.open(path, as: "chi").status == .notFound, "\(path)")
            }
            #expect(try await office.open("/payments", as: "ha").status == .notFound)
            #expect(try await office.open("/payments", as: nil).location == "/sign-in")
        }
    }

    @Test func `the account is set on its page and shown with a trial code`() async throws {
        try await DossierTestOffice.run { office in
            try await office.hireAdministrator()
            let none = try await office.open("/payments/account", as: "quantri")
            #expect(none.text.contains("chưa có tài khoản"))
            let set = try await office.post(
                "/payments/account", as: "quantri",
                [
                    ("office", "p"), ("bank", "970436"), ("number", "12 345 67"),
                    ("holder", "ubnd phuong a"),
                ])
            #expect(set.status == .seeOther && set.location == "/payments/account?office=p")
            let page = try await office.open("/payments/account", as: "anh")
            let trial = try Payments.VietQR(
                bank: "970436", account: "1234567", amount: nil, purpose: "")
            #expect(
                page.text.contains(
                    Piece.qr(trial.text, label: "Mã VietQR của tài khoản để thử").string))
            #expect(page.text.contains("UBND PHUONG A") && page.text.contains("chưa đối chiếu"))
            #expect(!page.text.contains("Đặt tài khoản"), "a leader reads")
            let json = try await office.open("/payments/account", as: "chi", wantsJSON: true).json()
            #expect(json["trial"] as? String == trial.text && json["maySet"] as? Bool == false)
        }
    }

    @Test func `the account is refused with its field, and to others`() async throws {
        try await DossierTestOffice.run { office in
            try await office.hireAdministrator()
            let fields = [("office", "p"), ("bank", "97043"), ("number", "1"), ("holder", "A")]
            let page = try await office.post("/payments/account", as: "quantri", fields)
            #expect(page.status == .unprocessableContent)
            #expect(
                page.text.contains("<a href=\"#bank\">") && page.text.contains("value=\"97043\""))
            let sound = [("office", "p"), ("bank", "970436"), ("number", "1"), ("holder", "A")]
            for person: PersonID in ["chi", "anh", "la"] {
                let answer = try await office.post(
                    "/payments/account", as: person, sound, wantsJSON: true)
                #expect(try answer.code() == "payments.mayNotSetAccount")
            }
            let admin = try await office.token(of: "quantri", .admin)
            let work = try await office.token(of: "quantri", .read, .work)
            let json = #"{"office":"p","bank":"970436","number":"1","holder":"A"}"#
            #expect(
                try await office.call(.post, "/payments/account", work, json: json).status
                    == .forbidden)
            #expect(
                try await office.call(.post, "/payments/account", admin, json: json).status == .ok)
        }
    }
}
