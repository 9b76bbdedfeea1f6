// The pages of processes, asked as a browser and as a program ask.

import Engine
import Foundation
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import NIOCore
import ProcessFormats
import ProcessModel
import Testing
import WorkTime

@testable import Office

@Suite struct ProcessPagesTests {
    struct Answer: Sendable {
        let status: HTTPResponse.Status
        let text: String
        let location: String
        let type: String
        func json() throws -> [String: Any] {
            try #require(
                JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
        }
    }

    /// One request to a house with the routes of processes alone.
    private func ask(
        _ office: ProcessTestOffice, _ path: String, as person: PersonID? = "thu",
        method: HTTPRequest.Method = .get, form: [(String, String)] = [], wantsJSON: Bool = false
    ) async throws -> Answer {
        let router = Router(context: Site.Context.self)
        router.add(middleware: RefusalMiddleware(house: office.house))
        router.add(middleware: ViewerMiddleware(house: office.house))
        office.house.addProcessRoutes(to: router)
        var headers: HTTPFields = [:]
        var pairs = form
        if let person {
            headers[.cookie] = "roviec_session=session-\(person)"
            pairs.append(("token", Site.formToken(of: "session-\(person)")))
        }
        if wantsJSON { headers[.accept] = "application/json" }
        let body = pairs.map { "\($0.0)=\(Self.encoded($0.1))" }.joined(separator: "&")
        let sent = headers
        return try await Application(router: router).test(.router) { client in
            try await client.execute(
                uri: path, method: method, headers: sent,
                body: method == .post ? ByteBuffer(string: body) : nil
            ) { response in
                Answer(
                    status: response.status, text: String(buffer: response.body),
                    location: response.headers[.location] ?? "",
                    type: response.headers[.contentType] ?? "")
            }
        }
    }

    private static func encoded(_ text: String) -> String {
        text.utf8.map { byte in
            let isPlain = (byte >= 0x30 && byte <= 0x39) || (byte >= 0x61 && byte <= 0x7A)
            return isPlain
                ? String(UnicodeScalar(byte))
                : "%" + String(byte >> 4, radix: 16) + String(byte & 15, radix: 16)
        }.joined()
    }

    private func office() async throws -> ProcessTestOffice {
        let office = try await ProcessTestOffice.open()
        try await office.publish(ProcessTestSamples.clear())
        return office
    }

    @Test(arguments: [
        "/processes", "/processes/gaps", "/processes/QT-01", "/processes/QT-01/issues/1",
        "/processes/QT-01/compare", "/processes/check", "/processes?q=khai+sinh&kind=procedure",
    ])
    func `each page is a whole page without missing words`(_ path: String) async throws {
        let office = try await office()
        let answer = try await ask(office, path)
        #expect(answer.status == .ok)
        #expect(answer.type.hasPrefix("text/html"))
        #expect(answer.text.hasPrefix("<!doctype html>"))
        #expect(!answer.text.contains("[processes."))
        #expect(!answer.text.contains("style="))
        let stranger = try await ask(office, path, as: nil)
        #expect(stranger.location == "/sign-in")
        try await office.close()
    }

    @Test func `the catalogue is found without marks and tells what fits`() async throws {
        let office = try await office()
        let page = try await ask(office, "/processes?q=khai+sinh")
        #expect(page.text.contains("href=\"/processes/QT-01\""))
        #expect(page.text.contains("1 quy trình"))
        let none = try await ask(office, "/processes?q=xay+dung")
        #expect(none.text.contains("Không có quy trình nào khớp"))
        let json = try await ask(office, "/processes?q=khai+sinh", wantsJSON: true).json()
        #expect(json["matching"] as? Int == 1)
        let rows = try #require(json["rows"] as? [[String: Any]])
        #expect(rows.first?["code"] as? String == "QT-01")
        #expect(rows.first?["standing"] as? String == "inForce")
        try await office.close()
    }

    @Test func `an issue shows its table, its people, its sum and its drawing`() async throws {
        let office = try await office()
        let page = try await ask(office, "/processes/QT-01")
        for words in [
            "Trưởng bộ phận", "Bộ phận một cửa", "5 ngày làm việc", "2 ngày làm việc",
            "Luật Hộ tịch 2014, Điều 16", "Đủ rõ để ban hành", "<svg class=\"draw flow\"",
            "id=\"step-2\"", "Lần 1, đang áp dụng",
        ] {
            #expect(page.text.contains(words), "\(words)")
        }
        let json = try await ask(office, "/processes/QT-01", wantsJSON: true).json()
        let steps = try #require(json["steps"] as? [[String: Any]])
        #expect(steps.count == 2)
        #expect(json["mayAct"] as? Bool == true)
        try await office.close()
    }

    @Test func `people without the role read everything and get no acts`() async throws {
        let office = try await office()
        let page = try await ask(office, "/processes/QT-01", as: "binh")
        #expect(page.status == .ok)
        #expect(!page.text.contains("<form class=\"form\""))
        #expect(!page.text.contains("/retire"))
        for (path, method) in [
            ("/processes/check", HTTPRequest.Method.get), ("/processes/check", .post),
            ("/processes", .post), ("/processes/QT-01/publish", .post),
            ("/processes/QT-01/retire", .post),
        ] {
            let answer = try await ask(
                office, path, as: "binh", method: method, wantsJSON: true)
            #expect(answer.status == .unprocessableContent, "\(path)")
            #expect(try answer.json()["code"] as? String == "processes.mayNotPublish")
        }
        try await office.close()
    }

    @Test(arguments: [
        "/processes/KHONG", "/processes/QT-01/issues/9", "/processes/QT-01/issues/x",
        "/processes/KHONG/compare", "/processes/QT-01/compare?from=1&to=5",
        "/processes/KHONG.yaml", "/processes/KHONG.svg",
    ])
    func `what is not there is not found`(_ path: String) async throws {
        let office = try await office()
        let answer = try await ask(office, path)
        #expect(answer.status == .notFound)
        try await office.close()
    }

    @Test func `the step table comes back as the version it was written from`() async throws {
        let office = try await office()
        let file = try await ask(office, "/processes/QT-01.yaml")
        #expect(file.type.hasPrefix("application/yaml"))
        let read = StepTableYAML.read(Array(file.text.utf8), file: "QT-01.yaml")
        #expect(read.findings.isEmpty)
        #expect(read.version?.withoutOrigins == ProcessTestSamples.clear())
        let drawing = try await ask(office, "/processes/QT-01.svg")
        #expect(drawing.type.hasPrefix("image/svg+xml"))
        #expect(drawing.text.contains("<style>"))
        try await office.close()
    }

    @Test func `codes with Vietnamese letters have addresses`() async throws {
        let office = try await ProcessTestOffice.open()
        try await office.publish(ProcessTestSamples.clear("QT-QLĐT-07"))
        let page = try await ask(office, "/processes/QT-QL%C4%90T-07")
        #expect(page.status == .ok)
        #expect(page.text.contains("QT-QLĐT-07"))
        try await office.close()
    }

    @Test func `a single issue is compared with nothing and says so`() async throws {
        let office = try await office()
        let page = try await ask(office, "/processes/QT-01/compare?from=1&to=1")
        #expect(page.text.contains("Mới có một lần ban hành"))
        var second = ProcessTestSamples.clear(title: "Khai sinh, sửa", issue: 2)
        second.nodes.insert(
            ProcessTestSamples.step("b3", "Vào sổ hộ tịch", .head(of: .code("MC"))), at: 3)
        second.flows = zip(second.nodes, second.nodes.dropFirst()).map {
            Flow(from: $0.id, to: $1.id)
        }
        try await office.perform(.draft(second))
        let compared = try await ask(office, "/processes/QT-01/compare?from=1&to=2")
        #expect(compared.text.contains("Thêm 1 bước hoặc nút"))
        #expect(compared.text.contains("<del>Đăng ký khai sinh</del>"))
        #expect(compared.text.contains("<ins>Khai sinh, sửa</ins>"))
        let json = try await ask(office, "/processes/QT-01/compare", wantsJSON: true).json()
        #expect(json["from"] as? Int == 1)
        #expect(json["to"] as? Int == 2)
        #expect(json["added"] as? [String] == ["Vào sổ hộ tịch"])
        try await office.close()
    }

    @Test func `checking tells what is unclear and keeps nothing`() async throws {
        let office = try await ProcessTestOffice.open()
        let table = String(
            decoding: StepTableYAML.write(ProcessTestSamples.unclear()), as: UTF8.self)
        let page = try await ask(
            office, "/processes/check", method: .post, form: [("yaml", table)])
        #expect(page.text.contains("chưa có người chịu trách nhiệm"))
        #expect(page.text.contains("bang-buoc.yaml:"))
        #expect(page.text.contains("Quy trình chưa rõ"))
        let json = try await ask(
            office, "/processes/check", method: .post, form: [("yaml", table)], wantsJSON: true
        ).json()
        #expect(json["isClear"] as? Bool == false)
        let broken = try await ask(
            office, "/processes/check", method: .post, form: [("yaml", "a: [")])
        #expect(broken.status == .ok)
        #expect(broken.text.contains("bang-buoc.yaml:"))
        #expect(broken.text.contains("không đúng cú pháp YAML"))
        let catalogue = try await ask(office, "/processes", wantsJSON: true).json()
        #expect(catalogue["matching"] as? Int == 0)
        try await office.close()
    }

    @Test func `from the pasted table to the process in force and out of it`() async throws {
        let office = try await ProcessTestOffice.open()
        let table = String(
            decoding: StepTableYAML.write(ProcessTestSamples.clear("QT-05")), as: UTF8.self)
        let kept = try await ask(office, "/processes", method: .post, form: [("yaml", table)])
        #expect(kept.status == .seeOther)
        #expect(kept.location == "/processes/QT-05/issues/1")
        let draft = try await ask(office, kept.location)
        #expect(draft.text.contains("action=\"/processes/QT-05/publish\""))
        let published = try await ask(
            office, "/processes/QT-05/publish", method: .post,
            form: [("issue", "1"), ("effective", "2017-08-01"), ("key", "k")])
        #expect(published.location == "/processes/QT-05")
        let inForce = try await ask(office, "/processes/QT-05")
        #expect(inForce.text.contains("đang áp dụng"))
        #expect(inForce.text.contains("action=\"/processes/QT-05/retire\""))
        let retired = try await ask(
            office, "/processes/QT-05/retire", method: .post,
            form: [("through", "2017-08-01"), ("reason", "thay thế")])
        #expect(retired.status == .seeOther)
        let last = try await ask(office, "/processes/QT-05", wantsJSON: true).json()
        let row = try #require(last["row"] as? [String: Any])
        #expect(row["through"] as? String == "2017-08-01")
        try await office.close()
    }

    @Test func `a draft that cannot be read is shown again with its mistakes`() async throws {
        let office = try await ProcessTestOffice.open()
        let table = "code: QT-06\ntitle: Thử\nkind: sai\nsteps: []\n"
        let page = try await ask(office, "/processes", method: .post, form: [("yaml", table)])
        #expect(page.status == .unprocessableContent)
        #expect(page.text.contains("title: Thử"))
        let json = try await ask(
            office, "/processes", method: .post, form: [("yaml", table)], wantsJSON: true)
        #expect(try json.json()["code"] as? String == "processes.unreadable")
        try await office.close()
    }

    @Test(arguments: [
        ("publish", [("issue", "1")], "effectiveMissing"),
        ("publish", [("issue", "1"), ("effective", "hôm nay")], "effectiveMissing"),
        ("publish", [("effective", "2017-09-01")], "noSuchDraft"),
        ("publish", [("issue", "1"), ("effective", "2017-09-01")], "noSuchDraft"),
        ("retire", [("reason", "cũ")], "effectiveMissing"),
        ("retire", [("through", "2017-09-01"), ("reason", " ")], "reasonMissing"),
        ("retire", [("through", "2016-09-01"), ("reason", "cũ")], "retiresBeforeEffective"),
    ])
    func `acts are refused with the rule's own name`(
        _ act: String, _ form: [(String, String)], _ rule: String
    ) async throws {
        let office = try await office()
        let answer = try await ask(
            office, "/processes/QT-01/\(act)", method: .post, form: form, wantsJSON: true)
        #expect(answer.status == .unprocessableContent)
        #expect(try answer.json()["code"] as? String == "processes.\(rule)")
        try await office.close()
    }

    @Test func `a form without its token is refused`() async throws {
        let office = try await office()
        let answer = try await ask(
            office, "/processes/QT-01/retire", method: .post, form: [("token", "x")],
            wantsJSON: true)
        #expect(try answer.json()["code"] as? String == "site.form.tokenMissing")
        try await office.close()
    }

    @Test func `the newest issue is offered as the next draft`() async throws {
        let office = try await office()
        let page = try await ask(office, "/processes/check?from=QT-01")
        #expect(page.text.contains("code: QT-01"))
        #expect(page.text.contains("issue: 2"))
        #expect(!page.text.contains("effective: 2017"))
        try await office.close()
    }
}
