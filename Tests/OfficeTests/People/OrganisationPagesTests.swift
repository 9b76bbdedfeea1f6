// Pages of figures, organisation and house, asked as a browser and as a program ask.

import Engine
import Foundation
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import Ledger
import NIOCore
import Testing
import WorkTime

@testable import Office

@Suite struct OrganisationPagesTests {
    private struct Answer: Sendable {
        let status: HTTPResponse.Status
        let text: String
        let location: String

        func json() throws -> [String: Any] {
            try #require(JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
        }
    }

    private func withOffice(_ body: (ProcessTestOffice) async throws -> Void) async throws {
        let office = try await ProcessTestOffice.open()
        try await office.desk.store.write { transaction in
            try People.openSession(
                tokenDigest: Site.digest(of: "session-anh"), account: "anh", person: "anh",
                at: ProcessTestOffice.now, in: transaction)
        }
        try await body(office)
        try await office.close()
    }

    private func ask(
        _ office: ProcessTestOffice, _ path: String, as person: PersonID? = "anh",
        posting form: [(String, String)]? = nil, wantsJSON: Bool = false
    ) async throws -> Answer {
        var headers: HTTPFields = [:]
        var pairs = form ?? []
        if let person {
            headers[.cookie] = "roviec_session=session-\(person)"
            pairs.append(("token", Site.formToken(of: "session-\(person)")))
        }
        if wantsJSON { headers[.accept] = "application/json" }
        let body = pairs.map { "\($0.0)=\($0.1)" }.joined(separator: "&")
        let (sent, method) = (headers, form == nil ? HTTPRequest.Method.get : .post)
        return try await Application(router: office.house.router()).test(.router) { client in
            try await client.execute(
                uri: path, method: method, headers: sent,
                body: method == .post ? ByteBuffer(string: body) : nil
            ) { response in
                Answer(
                    status: response.status, text: String(buffer: response.body),
                    location: response.headers[.location] ?? "")
            }
        }
    }

    static let pages = [
        "/reports", "/reports?period=2017-H1", "/reports?from=2017-01-01&to=2017-03-31",
        "/reports?office=p.a&channel=online", "/reports/article", "/organisation",
        "/organisation?on=2016-06-01", "/organisation/p.a", "/people/binh", "/clock",
        "/clock?year=2026", "/help", "/account",
    ]

    @Test(arguments: pages)
    func `a page answers people in whole words and programs in JSON`(_ path: String) async throws {
        try await withOffice { office in
            let page = try await ask(office, path)
            #expect(page.status == .ok)
            #expect(page.text.hasPrefix("<!doctype html>"))
            // A key without its text shows itself in brackets.
            for feature in ["reports", "organisation", "house"] {
                #expect(!page.text.contains("[\(feature)."), "\(path)")
            }
            let value = try await ask(office, path, wantsJSON: true)
            #expect(value.status == .ok)
            #expect(try !value.json().isEmpty)
            let stranger = try await ask(office, path, as: nil)
            #expect(stranger.status == .seeOther && stranger.location == "/sign-in")
        }
    }

    @Test(arguments: [
        ("/reports?period=soon", 422), ("/reports?channel=owl", 422),
        ("/reports?from=2017-02-01&to=2017-01-01", 422), ("/reports?office=nowhere", 404),
        ("/organisation?on=yesterday", 422), ("/organisation/nowhere", 404),
        ("/people/nobody", 404), ("/clock?year=3000", 422), ("/clock?year=x", 422),
    ])
    func `what cannot be answered says why`(_ path: String, _ status: Int) async throws {
        try await withOffice { office in
            let page = try await ask(office, path)
            #expect(page.status.code == status)
            let value = try await ask(office, path, wantsJSON: true)
            #expect(value.status.code == status)
            #expect(try value.json()["vi"] as? String != "")
        }
    }

    @Test func `the tree hangs wards and departments under the district`() async throws {
        try await withOffice { office in
            let viewer = try await office.viewer()
            let today = ProcessTestOffice.today
            let tree = try await office.desk.read {
                try $0.organisationTree(for: viewer, on: today)
            }
            #expect(tree.count == ProcessTestOffice.unitsOfOffice.count)
            #expect(tree.roots.map(\.id) == ["q"])
            #expect(tree.roots[0].head?.name == "Người anh")
            #expect(tree.roots[0].units.allSatisfy { !$0.isConfirmed })
            let before = try await office.desk.read {
                try $0.organisationTree(for: viewer, on: today - 1000)
            }
            #expect(before.count == 0)
        }
    }

    @Test func `only an administrator names a substitute, and nothing is written otherwise`()
        async throws
    {
        try await withOffice { office in
            let form = [
                ("absent", "binh"), ("substitute", "chi"), ("from", "2017-08-01"),
                ("through", "2017-08-31"), ("reason", "phep"),
            ]
            let path = "/organisation/q.mc/substitutes"
            let refused = try await ask(office, path, posting: form)
            #expect(refused.status == .unprocessableContent)
            let blank = try await ask(office, path, posting: [("absent", "binh")], wantsJSON: true)
            #expect(try blank.json()["code"] as? String == "organisation.personMissing")
            let organisation = try await office.desk.read { try $0.organisation() }
            #expect(organisation.substitutions.isEmpty)
        }
    }

    @Test func `the clock of a real office is not moved`() async throws {
        try await withOffice { office in
            let answer = try await ask(
                office, "/clock", posting: [("minutes", "60")], wantsJSON: true)
            #expect(answer.status == .unprocessableContent)
            #expect(try answer.json()["code"] as? String == "house.clockIsReal")
        }
    }
}
