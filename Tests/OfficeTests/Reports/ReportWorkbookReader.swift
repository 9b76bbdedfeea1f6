// Reads a workbook as a spreadsheet would, with Python's own reader of archives and XML: so what
// is proved is not what the writer believes of itself.

import Foundation
import TestStores
import Testing

/// A workbook as it was read.
struct ReportReadWorkbook: Decodable {
    struct Cell: Decodable, Equatable {
        /// `text`, `number` or `blank`.
        var kind: String
        var value: String
        /// The number format; empty for the usual one.
        var format: String
        var isBold: Bool
        var isFormula: Bool
    }

    struct Sheet: Decodable {
        var name: String
        var cells: [String: Cell]
        /// The cell that the frozen part ends before.
        var frozenBefore: String
        var widths: [Double]
        var isLandscape: Bool

        subscript(place: String) -> String { cells[place]?.value ?? "" }

        /// Values of one column below the heads, from the fifth row on.
        func column(_ letter: String) -> [String] {
            var values: [String] = []
            while case let value = self["\(letter)\(values.count + 5)"], !value.isEmpty {
                values.append(value)
            }
            return values
        }

        /// The values of a row from A on.
        func row(_ number: Int, columns: Int) -> [String] {
            (0..<columns).map { self["\(Self.letter($0))\(number)"] }
        }

        static func letter(_ index: Int) -> String {
            String(UnicodeScalar(UInt8(65 + index)))
        }
    }

    var sheets: [Sheet]
    var created: String

    private static let script = """
        import json, re, sys, zipfile
        import xml.etree.ElementTree as tree
        S = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
        book = zipfile.ZipFile(sys.argv[1])
        assert book.testzip() is None
        read = lambda name: tree.fromstring(book.read(name))
        shared = []
        if "xl/sharedStrings.xml" in book.namelist():
            shared = ["".join(t.text or "" for t in i.iter(S + "t"))
                      for i in read("xl/sharedStrings.xml").iter(S + "si")]
        style = read("xl/styles.xml")
        usual = {9: "0%", 10: "0.00%", 3: "#,##0", 49: "@", 14: "m/d/yyyy"}
        for f in style.iter(S + "numFmt"):
            usual[int(f.get("numFmtId"))] = f.get("formatCode")
        fonts = [f.find(S + "b") is not None for f in style.find(S + "fonts")]
        looks = [(usual.get(int(x.get("numFmtId")), ""), fonts[int(x.get("fontId"))])
                 for x in style.find(S + "cellXfs")]
        names = [s.get("name") for s in read("xl/workbook.xml").iter(S + "sheet")]
        sheets = []
        for number, name in enumerate(names, 1):
            page = read(f"xl/worksheets/sheet{number}.xml")
            cells = {}
            for c in page.iter(S + "c"):
                look, bold = looks[int(c.get("s", 0))]
                kind, value = c.get("t", "n"), c.findtext(S + "v") or ""
                if kind == "inlineStr":
                    kind, value = "text", "".join(t.text or "" for t in c.iter(S + "t"))
                elif kind == "s":
                    kind, value = "text", shared[int(value)]
                elif value:
                    kind = "number"
                else:
                    kind = "blank"
                cells[c.get("r")] = {"kind": kind, "value": value, "format": look,
                                     "isBold": bold, "isFormula": c.find(S + "f") is not None}
            pane = page.find(f".//{S}pane")
            widths = [float(c.get("width")) for c in page.iter(S + "col")
                      for _ in range(int(c.get("min")), int(c.get("max")) + 1)]
            setup = page.find(S + "pageSetup")
            sheets.append({"name": name, "cells": cells, "widths": widths,
                           "frozenBefore": "" if pane is None else pane.get("topLeftCell"),
                           "isLandscape": setup is not None
                               and setup.get("orientation") == "landscape"})
        core = book.read("docProps/core.xml").decode()
        created = re.search(r"<dcterms:created[^>]*>([^<]*)", core)
        json.dump({"sheets": sheets, "created": created.group(1)}, sys.stdout)
        """

    /// - Throws: when Python cannot read the bytes as a workbook.
    init(_ bytes: [UInt8]) throws {
        let folder = FileManager.default.temporaryDirectory
            .appendingPathComponent("roviec-workbook-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let file = folder.appendingPathComponent("book.xlsx")
        try Data(bytes).write(to: file)
        let python = Foundation.Process()
        python.executableURL = URL(fileURLWithPath: "/usr/bin/python3")
        python.arguments = ["-c", Self.script, file.path]
        let output = Pipe()
        python.standardOutput = output
        try python.run()
        let read = output.fileHandleForReading.readDataToEndOfFile()
        python.waitUntilExit()
        try #require(python.terminationStatus == 0)
        self = try JSONDecoder().decode(Self.self, from: read)
    }
}
