// `roviec process diff` and `diagram`: two issues compared, one drawn.

import Foundation
import Testing

struct ProcessDiffCommandTests {
    @Test func `an issue does not differ from itself`() async throws {
        for (language, sentence) in [
            ("vi", "Hai bản như nhau.\n"), ("en", "The two mean the same.\n"),
        ] {
            let result = try await roviec(
                "process", "diff", SchemaFile.example, SchemaFile.example, "--language", language)
            #expect(result.status == 0 && result.output == sentence)
        }
    }

    private static let changes: [(from: String, to: String, tells: [String])] = [
        ("title: Cấp giấy phép", "title: Gia hạn giấy phép", ["Gia hạn giấy phép"]),
        ("total: 15 working_days", "total: 10 working_days", ["15", "10"]),
        ("time: 4 working_days", "time: 3 working_days", ["b5", "4", "3"]),
        ("marks_done: true", "marks_done: false", ["b5"]),
        ("    returns_to: [b1]\n", "", ["b2"]),
        ("if: du_ho_so == false", "if: du_ho_so == true", ["re → cho"]),
        ("    next: b2\n", "    next: b5\n", ["cho → b2", "cho → b5"]),
        ("{member: QLDT}", "{member: TNMT}", ["b3", "TNMT"]),
        ("mend_by: 2019-12-31", "mend_by: 2019-11-30", ["30"]),
        ("title: Phiếu thẩm định", "title: Phiếu kiểm tra", ["BM-07.1"]),
        ("id: b6", "id: b6a", ["- b6 ", "+ b6a "]),
    ]

    @Test(arguments: changes.indices)
    func `one change is told with the step it belongs to, status 1`(index: Int) async throws {
        let (from, to, tells) = Self.changes[index]
        let text = try SchemaFile.text()
        try #require(text.contains(from))
        try await withWorkFolder { folder in
            let other = try folder.write("new.yaml", text.replacing(from, with: to))
            for language in ["vi", "en"] {
                let result = try await roviec(
                    "process", "diff", SchemaFile.example, other, "--language", language)
                #expect(result.status == 1 && result.complaint.isEmpty)
                for word in tells {
                    #expect(result.output.contains(word), "\(word): \(result.output)")
                }
            }
            let back = try await roviec("process", "diff", other, SchemaFile.example)
            #expect(back.status == 1)
        }
    }

    @Test func `what cannot be read is neither same nor different, status 2`() async throws {
        try await withWorkFolder { folder in
            let bad = try folder.write("bad.yaml", "code: [\n")
            let nothing = folder.path("none.yaml")
            for pair in [[bad, SchemaFile.example], [SchemaFile.example, bad]] {
                let result = try await CommandProcess.run(["process", "diff"] + pair)
                #expect(result.status == 2 && result.output.isEmpty)
                #expect(result.complaint.contains("bad.yaml:2: lỗi: "))
            }
            expectRefusal(
                try await roviec("process", "diff", SchemaFile.example, nothing), status: 2,
                naming: nothing, vi: "Không có tệp", en: "There is no file")
        }
    }

    @Test func `a drawing is whole, carries every step and is the same each time`() async throws {
        let first = try await roviec("process", "diagram", SchemaFile.example)
        let second = try await roviec("process", "diagram", SchemaFile.example)
        #expect(first.status == 0 && first.output == second.output)
        #expect(first.output.contains("<svg ") && first.output.contains("</svg>"))
        try await withWorkFolder { folder in
            let path = folder.path("a.svg")
            let result = try await roviec("process", "diagram", SchemaFile.example, "-o", path)
            #expect(result.status == 0 && result.output.isEmpty)
            #expect(try folder.text("a.svg") == first.output)
        }
    }

    @Test func `scripts in titles are drawn as text`() async throws {
        try await withWorkFolder { folder in
            let path = try folder.write(
                "a.yaml",
                SchemaFile.head + """
                    steps:
                      - id: b1
                        title: "</text><script>alert(1)</script>"
                        performer: {head: "\\"><x"}
                    """)
            let result = try await roviec("process", "diagram", path)
            #expect(result.status == 0, "\(result.complaint)")
            #expect(!result.output.contains("<script") && !result.output.contains("\"><x"))
        }
    }

    @Test func `a circle without exit, steps of one code and lost arrows are drawn all the same`()
        async throws
    {
        let graphs = [
            "  - {id: a, title: A, next: b}\n  - {id: b, title: B, next: a}\n",
            "  - {id: a, title: A, next: a}\n",
            "  - {id: a, title: A}\n  - {id: a, title: B}\n",
            "  - {id: a, title: A, next: [nowhere, a, a]}\n",
            "  - {id: \"\", title: \"\"}\n  - {id: e, kind: end}\n  - {id: s, kind: start}\n",
            (0..<60).map {
                "  - {id: n\($0), kind: gateway, gateway: parallel, next: [n\(($0 * 7) % 60)"
                    + ", n\(($0 * 11 + 3) % 60)]}\n"
            }.joined(),
        ]
        for graph in graphs {
            try await withWorkFolder { folder in
                let path = try folder.write("a.yaml", SchemaFile.head + "nodes:\n" + graph)
                let result = try await roviec("process", "diagram", path)
                #expect(!result.isKilled && result.status == 0, "\(graph): \(result.complaint)")
                #expect(result.output.contains("</svg>"))
            }
        }
    }

    @Test func `a drawing that cannot be written or read says where`() async throws {
        try await withWorkFolder { folder in
            let path = folder.path("none/a.svg")
            expectRefusal(
                try await roviec("process", "diagram", SchemaFile.example, "--output", path),
                naming: path, vi: "Không ghi được tệp", en: "cannot be written")
            let bad = try folder.write("bad.yaml", SchemaFile.head + "steps:\n  - {id: b1, x: 1}\n")
            let result = try await roviec("process", "diagram", bad, "-o", folder.path("b.svg"))
            #expect(result.status == 1 && result.complaint.contains("bad.yaml:5: lỗi: "))
            #expect(folder.names(in: "") == ["bad.yaml"])
        }
    }
}
