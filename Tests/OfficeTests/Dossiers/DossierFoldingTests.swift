// Names without marks: what a clerk types with any keyboard finds what was written with another.

import Foundation
import Testing

@testable import Office

@Suite struct `Names without marks` {
    @Test(arguments: [
        ("Đăng ký khai sinh", "dang ky khai sinh"), ("ĐẶNG THỊ ỦY", "dang thi uy"),
        ("Ngô  Ảo", "ngo ao"), ("a\u{A0}b\tc\nd", "a b c d"),
        ("LB.BD-170703-0012", "lb.bd-170703-0012"),
        ("", ""), ("   ", " "), ("ǅ", "ǆ"), ("Straße", "straße"), ("e\u{301}", "e"),
        ("100%", "100%"),
        ("ờ", "o"), ("o\u{31B}\u{300}", "o"), ("İ", "i"),
    ])
    func `takes marks and capitals away and nothing else`(_ text: String, _ folded: String) {
        #expect(Folding.fold(text) == folded)
    }

    /// The same name typed composed or decomposed, in capitals or not, is the same name.
    @Test func `does not know by which keyboard a name was written`() {
        let names = [
            "Nguyễn Thị Ngọc Ánh", "Đỗ Đình Đức", "Lương Ỷ Lan", "Phạm Văn Ước", "Trần Thế Ưng",
            "Hoàng Ẵm", "Vũ Ở Đợ",
        ]
        for name in names {
            let forms = [
                name, name.precomposedStringWithCanonicalMapping,
                name.decomposedStringWithCanonicalMapping, name.uppercased(), name.lowercased(),
            ]
            #expect(Set(forms.map(Folding.fold)).count == 1, "\(name)")
            let folded = Folding.fold(name)
            #expect(folded.allSatisfy { $0.isASCII }, "\(folded)")
            #expect(Folding.fold(folded) == folded)
        }
    }

    @Test func `every Vietnamese letter becomes its bare one`() {
        let marks = ["", "\u{300}", "\u{301}", "\u{303}", "\u{309}", "\u{323}"]
        for (letters, bare) in [
            (["a", "ă", "â"], "a"), (["e", "ê"], "e"), (["i"], "i"), (["o", "ô", "ơ"], "o"),
            (["u", "ư"], "u"), (["y"], "y"),
        ] {
            for letter in letters {
                for mark in marks {
                    let written = (letter + mark).precomposedStringWithCanonicalMapping
                    #expect(Folding.fold(written) == bare)
                    #expect(Folding.fold(written.uppercased()) == bare)
                }
            }
        }
    }

    @Test(
        arguments: [
            ("Đặng Thị  Hư Cấu", ["dang", "thi", "hu", "cau"]),
            ("LB.BD-170703-0012", ["lbbd1707030012"]), ("lb.bd-1707", ["lbbd1707"]),
            ("0912.345.678 / 0912 345", ["0912345678", "0912", "345"]),
            ("Nhà + đất (khai sinh), mới", ["nha", "dat", "khai", "sinh", "moi"]),
            ("Nguyễn-An", ["nguyen", "an"]), ("CT-02", ["ct02"]), ("%_\\'!", []), ("", []),
            ("  ", []),
            ("100%", ["100"]), ("Straße №5", ["straße", "5"]), ("Иван", ["иван"]),
        ] as [(String, [String])])
    func `words hold letters and digits, and codes stay whole`(_ text: String, _ words: [String]) {
        #expect(Folding.words(text) == words)
        #expect(Folding.words(words.joined(separator: " ")) == words)
    }

    @Test func `no word is longer than forty letters`() {
        let long = String(repeating: "á", count: 1_000)
        #expect(
            Folding.words("\(long) \(long)")
                == [String](
                    repeating: String(repeating: "a", count: 40), count: 2))
    }
}
