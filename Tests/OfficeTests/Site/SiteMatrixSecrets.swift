// What citizens of the matrix trust an office with: each value is written once, marked so that it
// is found in any answer.

import Engine
import WorkTime

@testable import Office

struct SiteMatrixSecret: Hashable, Sendable, CustomStringConvertible {
    /// What it belongs to.
    enum Kind: String, CaseIterable, Sendable {
        /// A dossier with everything that hangs on it, files too.
        case dossier
        case fee, recipient
        /// The code for the door, which the citizen alone reads.
        case door
        case filing, idea, conduct
        /// What somebody asks about the data on oneself.
        case claim
    }

    let ward: SiteMatrixWard
    let kind: Kind
    let text: String

    var description: String { "\(kind) of \(ward): \(text)" }

    func isFor(_ person: SiteMatrixPerson?) -> Bool {
        guard let person else { return false }
        switch kind {
        case .dossier: return person.finds(ward)
        case .fee: return person.readsCounter(ward.office)
        case .recipient: return person.isClerk(ward.office) || person.carries(ward)
        case .door: return false
        case .filing: return person.seesFiling(ward)
        case .idea: return person.seesIdea(ward)
        case .conduct: return person.seesConduct(ward)
        case .claim: return person.seesClaim(ward)
        }
    }
}

extension SiteMatrixWard {
    /// A word that stands nowhere else.
    func word(_ kind: SiteMatrixSecret.Kind, _ name: String) -> String {
        "zq\(rawValue)\(kind.rawValue)\(name)"
    }

    private func number(_ kind: SiteMatrixSecret.Kind) -> String {
        let place = SiteMatrixSecret.Kind.allCases.firstIndex(of: kind) ?? 0
        return "\(self == .p ? 3 : 4)\(place)"
    }

    func phone(_ kind: SiteMatrixSecret.Kind) -> String { "09876\(number(kind))541" }
    func identity(_ kind: SiteMatrixSecret.Kind) -> String { "0987\(number(kind))123456" }

    /// - Parameter tail: Stands after every text.
    func applicant(
        _ kind: SiteMatrixSecret.Kind, tail: String = ""
    ) -> Dossiers.Applicant {
        Dossiers.Applicant(
            name: "Đặng \(word(kind, "ten"))\(tail)", identity: identity(kind),
            phone: phone(kind), address: "Số 1, \(word(kind, "pho"))\(tail)",
            email: "\(word(kind, "thu"))@vi-du.vn", submitter: "Lê Nộp Thay\(tail)",
            request: "Xin \(word(kind, "viec"))\(tail)",
            fields: ["tenCon": "Bé \(word(kind, "con"))\(tail)"])
    }

    func sender(_ kind: SiteMatrixSecret.Kind, tail: String = "") -> Petitions.Sender {
        Petitions.Sender(
            subject: "Về \(word(kind, "tomtat"))\(tail)", words: "Rằng \(word(kind, "loi"))\(tail)",
            name: "Trần \(word(kind, "gui"))\(tail)", phone: phone(kind),
            email: "\(word(kind, "thu"))@vi-du.vn", dossier: tail,
            secret: Petitions.digest(ofSecret: PetitionSamples.secret))
    }

    func claimant(tail: String = "") -> Privacy.Claimant {
        Privacy.Claimant(
            name: "Hồ \(word(.claim, "gui"))\(tail)", phone: phone(.claim),
            email: "\(word(.claim, "thu"))@vi-du.vn", subjects: "\(word(.claim, "ma"))\(tail)",
            words: "Xin \(word(.claim, "loi"))\(tail)",
            secret: Petitions.digest(ofSecret: PrivacySamples.secret))
    }

    func recipient(tail: String = "") -> Deliveries.Recipient {
        Deliveries.Recipient(
            name: "Lê \(word(.recipient, "nhan"))\(tail)", phone: phone(.recipient),
            address: "Số 2, \(word(.recipient, "ngo"))\(tail)")
    }

    /// Everything but the code for the door, which is drawn.
    var secrets: [SiteMatrixSecret] {
        func all(_ kind: SiteMatrixSecret.Kind, _ names: [String]) -> [String] {
            names.map { word(kind, $0) } + [phone(kind)]
        }
        let person = ["ten", "pho", "thu", "viec", "con", "tep"]
        let texts: [SiteMatrixSecret.Kind: [String]] = [
            .dossier: all(.dossier, person + ["danhgia", "tin"]) + [identity(.dossier)],
            .fee: [word(.fee, "lephi")], .recipient: all(.recipient, ["nhan", "ngo"]),
            .filing: all(.filing, person) + [identity(.filing)],
            .idea: all(.idea, ["tomtat", "loi", "gui", "thu", "hoi"]),
            .conduct: all(.conduct, ["tomtat", "loi", "gui", "thu"]),
            .claim: all(.claim, ["gui", "thu", "ma", "loi"]),
        ]
        return texts.flatMap { kind, texts in
            texts.map { SiteMatrixSecret(ward: self, kind: kind, text: $0) }
        }
    }
}

/// Looks for all secrets in one pass: an answer has many kilobytes, and there are many answers.
struct SiteMatrixSearch: Sendable {
    /// By the first byte.
    private var secrets: [[(secret: SiteMatrixSecret, bytes: [UInt8])]] = Array(
        repeating: [], count: 256)

    init(_ secrets: [SiteMatrixSecret]) {
        for secret in secrets {
            let bytes = Array(secret.text.utf8)
            self.secrets[Int(bytes[0])].append((secret, bytes))
        }
    }

    /// Digits count where they stand alone: a digest may have any.
    func found(in text: String) -> Set<SiteMatrixSecret> {
        var found: Set<SiteMatrixSecret> = []
        var text = text
        text.withUTF8 { bytes in
            for start in bytes.indices {
                let known = secrets[Int(bytes[start])]
                if known.isEmpty { continue }
                for (secret, wanted) in known {
                    let end = start + wanted.count
                    guard end <= bytes.count, bytes[start..<end].elementsEqual(wanted) else {
                        continue
                    }
                    let isWord = bytes[start] == 0x7A
                    let before = start > 0 ? bytes[start - 1] : 0x20
                    let after = end < bytes.count ? bytes[end] : 0x20
                    if isWord || !(Self.isSign(before) || Self.isSign(after)) {
                        found.insert(secret)
                    }
                }
            }
        }
        return found
    }

    private static func isSign(_ byte: UInt8) -> Bool {
        (byte >= 0x30 && byte <= 0x39) || (byte >= 0x61 && byte <= 0x7A)
    }
}
