// Scripts in every text that somebody outside or inside may write: every page that shows one shows
// text, and every table for a spreadsheet holds no formula.

import Engine
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import NIOCore
import Testing
import WorkTime

@testable import Office

@Suite struct `Scripts in every field` {
    /// No quotation mark: names of files stand between two on the way in.
    private static let tail = "<script>alert(1)</script>'><b>&amp;{0}"

    private struct Seen: Sendable {
        let path: String
        let type: String
        let guards: String
        let answer: DossierTestAnswer
    }

    private func look(
        _ world: SiteMatrixWorld, as person: SiteMatrixPerson?, wantsJSON: Bool
    ) async throws -> [Seen] {
        let session = if let person { try await world.office.signIn(person.id) } else { "" }
        let paths = SiteMatrix.rows.values.joined().flatMap { row -> [String] in
            SiteMatrixWard.allCases.map { world.path(row.address, $0) }
        }
        let router = world.office.house.router()
        return try await Application(router: router).test(.router) { client -> [Seen] in
            var seen: [Seen] = []
            for path in Set(paths).sorted() {
                var headers: HTTPFields = [.cookie: "roviec_session=\(session)"]
                if wantsJSON { headers[.accept] = "application/json" }
                let answer = try await client.execute(uri: path, method: .get, headers: headers) {
                    DossierTestAnswer(
                        status: $0.status, headers: $0.headers, text: String(buffer: $0.body))
                }
                seen.append(
                    Seen(
                        path: path, type: answer.header("Content-Type"),
                        guards: answer.header("Content-Security-Policy"), answer: answer))
            }
            return seen
        }
    }

    /// A leader, both counters, who carries and holds, and somebody without an account.
    private static let askers: [PersonID] = ["anh", "chi", "s-chi", "ha", ""]

    @Test(arguments: askers)
    func `are text on every page`(_ person: PersonID) async throws {
        let asker = SiteMatrixPerson.staff.first { $0.id == person }
        try await SiteMatrixWorld.run("staff", tail: Self.tail) { world in
            let pages = try await look(world, as: asker, wantsJSON: false)
            var shown = 0
            for page in pages {
                #expect(page.answer.status.code < 500, "\(page.path)")
                #expect(!page.guards.isEmpty && !page.guards.contains("unsafe"), "\(page.path)")
                if page.type.hasPrefix("text/csv") {
                    let cells = page.answer.text.split { ",\r\n\u{FEFF}".contains($0) }
                    for cell in cells {
                        let start = cell.drop { $0 == "\"" }.first ?? " "
                        #expect(!"=+-@\t".contains(start), "\(page.path): \(cell)")
                    }
                }
                // What was uploaded comes back as it was; it runs nothing.
                if page.path.hasPrefix("/attachments/"), page.answer.status == .ok {
                    #expect(page.guards.contains("sandbox"), "\(page.path)")
                    continue
                }
                guard page.type.hasPrefix("text/html") || page.type == "application/pdf" else {
                    continue
                }
                page.answer.expectSound(page.path)
                let isRaw = page.answer.text.contains("'><b>")
                #expect(!isRaw, "\(page.path)")
                if page.answer.text.contains("&lt;script") { shown += 1 }
            }
            #expect(asker == nil || shown > 2, "\(shown) pages show what was written")
        }
    }

    @Test func `are values in JSON, which no browser takes for a page`() async throws {
        try await SiteMatrixWorld.run("staff", tail: Self.tail) { world in
            let clerk = SiteMatrixPerson.staff.first { $0.id == "chi" }
            for answer in try await look(world, as: clerk, wantsJSON: true) {
                let sniffing = answer.answer.header("X-Content-Type-Options")
                #expect(sniffing == "nosniff", "\(answer.path)")
                guard answer.answer.text.contains("<script>alert") else { continue }
                let isPage = answer.type.hasPrefix("text/html")
                #expect(!isPage || answer.path.hasSuffix(".pdf"), "\(answer.path) \(answer.type)")
            }
        }
    }
}
