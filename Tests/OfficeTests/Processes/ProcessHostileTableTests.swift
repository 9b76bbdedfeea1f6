// Step tables that were pasted with bad intent or by mistake: every one is answered in words, none
// is kept against the rules, and what is kept is shown as text.

import Engine
import Foundation
import HTTPTypes
import Ledger
import ProcessFormats
import ProcessModel
import Testing
import WorkTime

@testable import Office

#if canImport(FoundationXML)
    import FoundationXML
#endif

@Suite struct `Hostile step tables` {
    static let evil = "<script>alert(1)</script>\"'><img src=x onerror=alert(1)>{0}&amp;"

    private static func yaml(_ version: ProcessVersion) -> String {
        String(decoding: StepTableYAML.write(version), as: UTF8.self)
    }

    /// A clear process in which every text that people write is hostile.
    private static func hostile() -> ProcessVersion {
        var version = ProcessTestSamples.line(
            [
                ProcessTestSamples.step(
                    "b1", evil, .position("truong-mc", in: .code("MC"))
                ) {
                    $0.work = "Tiếp nhận " + evil
                    $0.tasks = [evil]
                    $0.product = evil
                },
                ProcessTestSamples.step("b2", "Ký " + evil, .head(of: .function("lanh-dao"))) {
                    $0.marksDone = true
                    $0.returnsTo = ["b1"]
                    $0.product = evil
                },
            ], code: "XSS-01", title: evil)
        version.scope = evil
        version.legalBasis = [evil]
        version.records = [evil]
        version.components = [evil]
        version.approver = evil
        version.source = evil
        version.changeNote = evil
        version.field = evil
        version.ownerUnit = evil
        version.forms = [Form(code: "BM-01", title: evil)]
        version.waivers = [
            Waiver(
                rule: "product", node: "b1", reason: evil, by: evil,
                mendBy: DayNumber("2017-12-29") ?? DayNumber(rawValue: 0))
        ]
        return version
    }

    @Test func `texts that look like pages are shown as text, wherever they stand`() async throws {
        try await ProcessTestOffice.run { office in
            let table = Self.yaml(Self.hostile())
            let check = try await office.post("/processes/check", [("yaml", table)])
            #expect(check.status == .ok)
            #expect(!check.text.contains("<script>alert") && !check.text.contains("<img"))
            let kept = try await office.post("/processes", [("yaml", table)])
            #expect(kept.location == "/processes/XSS-01/issues/1")
            for path in [
                "/processes", "/processes?q=alert", "/processes/gaps", "/processes/XSS-01",
                "/processes/XSS-01/issues/1", "/processes/XSS-01/compare",
                "/processes/check?from=XSS-01",
            ] {
                for language in ["vi", "en"] {
                    let page = try await office.get(path, language: language)
                    #expect(page.status == .ok, "\(path)")
                    #expect(!page.text.contains("<script>alert"), "\(path)")
                    #expect(!page.text.contains("<img"), "\(path)")
                    #expect(!page.text.contains("onerror=alert(1)>"), "\(path)")
                }
            }
            let drawing = try await office.get("/processes/XSS-01.svg")
            #expect(!drawing.text.contains("<script>"))
            #expect(XMLParser(data: Data(drawing.text.utf8)).parse())
            let sheet = try await office.get("/processes/XSS-01", wantsJSON: true).json()
            #expect((sheet["row"] as? [String: Any])?["title"] as? String == Self.evil)
            let file = try await office.get("/processes/XSS-01.yaml")
            let read = StepTableYAML.read(Array(file.text.utf8), file: "x.yaml")
            #expect(read.version?.withoutOrigins == Self.hostile())
        }
    }

    static let broken: [(name: String, text: String)] = [
        ("nothing", ""), ("white space", " \n\t\n"), ("a number", "42"), ("a list", "- a\n- b"),
        ("open quote", "title: \"x"), ("tabs", "a:\n\tb: c"), ("two documents", "a: 1\n---\nb: 2"),
        ("anchors", "a: &x [1]\nb: *x"), ("tags", "a: !!python/object:os.system rm"),
        ("billion laughs", "a: &a [x,x]\nb: &b [*a,*a]\nc: &c [*b,*b]\nd: [*c,*c]"),
        ("deep lists", String(repeating: "[", count: 5_000)),
        (
            "deep maps",
            (0..<300).map { String(repeating: " ", count: $0) + "a:" }
                .joined(separator: "\n")
        ),
        ("same key twice", "code: A\ncode: B\ntitle: x"), ("merge keys", "<<: {a: 1}\ncode: A"),
        ("binary", "code: !!binary aGFsbG8="), ("control", "code: A\u{1}\ntitle: \u{7}"),
        ("unknown kind", "code: A-1\ntitle: x\nkind: bùa\nowner: NV\nsteps: []"),
        ("steps are text", "code: A-1\ntitle: x\nkind: internal\nowner: NV\nsteps: nhiều"),
        ("huge number", "code: A-1\ntitle: x\nissue: 99999999999999999999\nkind: internal"),
        ("negative issue", "code: A-1\ntitle: x\nissue: -1\nkind: internal\nowner: NV"),
        ("date off the calendar", "code: A-1\ntitle: x\neffective: 2017-02-30\nkind: internal"),
        ("JSON", "{\"code\": \"A-1\", \"title\": null}"), ("HTML", "<!doctype html><b>x</b>"),
        ("one long line", "code: " + String(repeating: "x", count: 200_000)),
    ]

    @Test(arguments: broken.indices) func `what is no step table is answered and never kept`(
        _ index: Int
    ) async throws {
        let (name, text) = Self.broken[index]
        try await ProcessTestOffice.run { office in
            for wantsJSON in [false, true] {
                let check = try await office.post(
                    "/processes/check", [("yaml", text)], wantsJSON: wantsJSON)
                #expect(check.status == .ok, "\(name): \(check.status)")
                if wantsJSON { #expect(try check.json()["isClear"] as? Bool == false, "\(name)") }
                let kept = try await office.post(
                    "/processes", [("yaml", text)], wantsJSON: wantsJSON)
                #expect(kept.status == .unprocessableContent, "\(name): \(kept.status)")
            }
            let catalogue = try await office.get("/processes", wantsJSON: true).json()
            #expect(catalogue["matching"] as? Int == 0, "\(name)")
        }
    }

    @Test(arguments: [
        "", "A B", "A/B", "../x", "A\u{202E}B", "<b>", String(repeating: "A", count: 65),
    ])
    func `codes that addresses cannot carry are refused`(_ code: String) async throws {
        try await ProcessTestOffice.run { office in
            let table = Self.yaml(ProcessTestSamples.clear(ProcessCode(code)))
            let kept = try await office.post("/processes", [("yaml", table)], wantsJSON: true)
            #expect(kept.status == .unprocessableContent)
            #expect(["processes.codeInvalid", "processes.unreadable"].contains(try kept.code()))
        }
    }

    /// Graphs that nobody could run: kept as drafts, marked, never published.
    static func tangled() -> [(String, ProcessVersion)] {
        let base = ProcessTestSamples.clear("T-01")
        func changed(_ change: (inout ProcessVersion) -> Void) -> ProcessVersion {
            var version = base
            change(&version)
            return version
        }
        return [
            ("no nodes", changed { ($0.nodes, $0.flows) = ([], []) }),
            ("no flows", changed { $0.flows = [] }),
            ("unknown targets", changed { $0.flows.append(Flow(from: "b1", to: "ma")) }),
            ("to itself", changed { $0.flows.append(Flow(from: "b1", to: "b1")) }),
            (
                "a ring",
                changed { $0.flows = [Flow(from: "b1", to: "b2"), Flow(from: "b2", to: "b1")] }
            ),
            ("two nodes of one name", changed { $0.nodes.append($0.nodes[1]) }),
            ("two starts", changed { $0.nodes.append(Node(id: "s2", title: "", kind: .start)) }),
            (
                "returns nowhere",
                changed {
                    $0.nodes[2] = ProcessTestSamples.step(
                        "b2", "Ký", .head(of: .function("lanh-dao"))
                    ) { $0.returnsTo = ["ma", "b2"] }
                }
            ),
            (
                "calls itself",
                changed {
                    $0.nodes[1] = Node(
                        id: "b1", title: "Gọi",
                        kind: .call(Call(process: "T-01", unit: .code("MC"))))
                }
            ),
            ("a form that is none", changed { $0.forms = [] }),
        ]
    }

    @Test func `graphs that nobody could run are shown, marked and not published`() async throws {
        for (name, version) in Self.tangled() {
            try await ProcessTestOffice.run { office in
                try await office.perform(.draft(version))
                for path in ["/processes/T-01", "/processes/T-01.svg", "/processes/T-01/compare"] {
                    let page = try await office.get(path)
                    #expect(page.status == .ok, "\(name) \(path): \(page.status)")
                }
                let refused = try await office.post(
                    "/processes/T-01/publish", [("issue", "1"), ("effective", "2017-09-01")],
                    wantsJSON: true)
                #expect(refused.status == .unprocessableContent, "\(name)")
                #expect(try refused.code() == "processes.unclear", "\(name)")
                let sheet = try await office.get("/processes/T-01", wantsJSON: true).json()
                let findings = try #require(sheet["findings"] as? [[String: Any]])
                #expect(findings.contains { $0["isBlocking"] as? Bool == true }, "\(name)")
            }
        }
    }

    @Test func `a table of four hundred steps is checked, kept and drawn`() async throws {
        try await ProcessTestOffice.run { office in
            let steps = (1...400).map { number in
                ProcessTestSamples.step(
                    NodeID("b\(number)"), "Thẩm định lần \(number)",
                    .position(number % 2 == 0 ? "truong-mc" : "can-bo-mc", in: .code("MC"))
                ) { $0.time = .term(.workingMinutes(5)) }
            }
            let table = Self.yaml(ProcessTestSamples.line(steps, code: "DAI-01"))
            let check = try await office.post(
                "/processes/check", [("yaml", table)], wantsJSON: true)
            #expect(check.status == .ok)
            let kept = try await office.post("/processes", [("yaml", table)])
            #expect(kept.status == .seeOther)
            let page = try await office.get("/processes/DAI-01")
            #expect(page.status == .ok)
            #expect(page.text.contains("id=\"step-400\""))
        }
    }

    @Test(arguments: [
        "/processes/%FF", "/processes/%FF.svg", "/processes/%C4", "/processes/%00",
        "/processes/%FF/compare", "/processes/%FF/issues/1", "/processes/a&b=c",
        "/processes/QT-01/issues/99999999999999999999", "/processes/QT-01/issues/-1",
        "/processes/QT-01.svg?issue=7", "/processes/%3Cscript%3E", "/processes/QT-01%2F..",
    ])
    func `addresses that name nothing are not found, and no incident`(
        _ path: String
    ) async throws {
        try await ProcessTestOffice.run { office in
            try await office.publish(ProcessTestSamples.clear())
            for wantsJSON in [false, true] {
                let answer = try await office.get(path, wantsJSON: wantsJSON)
                let isRefused = [.notFound, .unprocessableContent].contains(answer.status)
                #expect(isRefused, "\(path): \(answer.status)")
            }
        }
    }

    @Test(arguments: [
        "q=%FF", "after=%FF", "kind=%27", "standing=gone", "q=%25%25%25", "q=_", "q=%21",
        "q=" + String(repeating: "a+", count: 3_000), "unit=%00", "field=%3Cscript%3E",
    ])
    func `queries of the catalogue are answered whatever they hold`(
        _ query: String
    ) async throws {
        try await ProcessTestOffice.run { office in
            try await office.publish(ProcessTestSamples.clear())
            for path in ["/processes", "/processes/gaps"] {
                let answer = try await office.get("\(path)?\(query)")
                let isAnswered = [.ok, .unprocessableContent].contains(answer.status)
                #expect(isAnswered, "\(path)?\(query): \(answer.status)")
                #expect(!answer.text.contains("<script>"))
            }
        }
    }

    @Test(arguments: [
        ("publish", [("issue", "1"), ("effective", "2017-02-30")], "effectiveMissing"),
        ("publish", [("issue", "một"), ("effective", "2017-09-01")], "noSuchDraft"),
        (
            "publish", [("issue", "99999999999999999999"), ("effective", "2017-09-01")],
            "noSuchDraft"
        ),
        ("publish", [("issue", "-1"), ("effective", "2017-09-01")], "noSuchDraft"),
        ("retire", [("through", "32/13/2017"), ("reason", "x")], "effectiveMissing"),
        ("retire", [("through", "2017-09-01"), ("reason", "\u{A0}\u{2003}")], "reasonMissing"),
        ("retire", [("through", "0001-01-01"), ("reason", "x")], "retiresBeforeEffective"),
    ])
    func `forged values of acts are refused by their rule and on a page`(
        _ act: String, _ form: [(String, String)], _ rule: String
    ) async throws {
        try await ProcessTestOffice.run { office in
            try await office.publish(ProcessTestSamples.clear())
            let sequence = try await office.desk.read { try $0.reader.ledgerSequence() }
            let json = try await office.post("/processes/QT-01/\(act)", form, wantsJSON: true)
            #expect(try json.code() == "processes.\(rule)")
            let page = try await office.post("/processes/QT-01/\(act)", form)
            #expect(page.status == .unprocessableContent)
            #expect(page.text.hasPrefix("<!doctype html>"))
            #expect(try await office.desk.read { try $0.reader.ledgerSequence() } == sequence)
        }
    }
}
