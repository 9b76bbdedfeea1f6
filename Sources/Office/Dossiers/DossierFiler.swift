// Who files for somebody else: beside the applicant, among the values that can be erased by law.

import WorkTime

extension Dossiers {
    /// The name stands in `Applicant.submitter`, as on every receipt.
    public struct Filer: Hashable, Sendable, Codable {
        public var identity: String
        public var phone: String
        /// What makes one act for the other: a relation, or the paper that authorises it.
        public var relation: String

        public init(identity: String = "", phone: String = "", relation: String = "") {
            self.identity = identity
            self.phone = phone
            self.relation = relation
        }

        var isEmpty: Bool { identity.isEmpty && phone.isEmpty && relation.isEmpty }
    }

    /// What is wrong with who files for somebody else.
    public enum FilerFlaw: String, Hashable, Sendable, CaseIterable {
        case nameMissing, identityInvalid, phoneInvalid, relationMissing, tooLong

        public var sentence: Bilingual {
            switch self {
            case .nameMissing:
                Bilingual(
                    vi: "Người nộp thay: hãy ghi họ, tên.",
                    en: "Who files for the applicant: enter the name.")
            case .identityInvalid:
                Bilingual(
                    vi: "Người nộp thay: số giấy tờ gồm 6 đến 15 chữ số hoặc chữ cái.",
                    en: "Who files: the identity number has 6 to 15 digits or letters.")
            case .phoneInvalid:
                Bilingual(
                    vi: "Người nộp thay: số điện thoại gồm 10 hoặc 11 chữ số, bắt đầu bằng 0.",
                    en: "Who files: a phone number has 10 or 11 digits and begins with 0.")
            case .relationMissing:
                Bilingual(
                    vi: "Người nộp thay: hãy ghi quan hệ, hoặc giấy ủy quyền (số, ngày, nơi cấp).",
                    en: "Who files: state the relation, or the authorisation (number, day, whose).")
            case .tooLong:
                Bilingual(
                    vi: "Người nộp thay: nội dung dài quá \(Dossiers.nameMaximum) chữ.",
                    en: "Who files: there are more than \(Dossiers.nameMaximum) letters.")
            }
        }

        /// Name of the input; that of the name is another at the counter.
        func field(name: String) -> String {
            switch self {
            case .nameMissing: name
            case .identityInvalid: "filerIdentity"
            case .phoneInvalid: "filerPhone"
            case .relationMissing, .tooLong: "filerRelation"
            }
        }
    }

    /// `nil` when nothing is wrong, also where the applicant comes in person.
    /// - Parameter isWhole: Whether the relation has to be stated, as online, where nobody sees a
    ///   paper.
    static func flaw(ofFiler applicant: Applicant, isWhole: Bool) -> FilerFlaw? {
        guard let filer = applicant.filer else { return nil }
        if applicant.submitter.allSatisfy(\.isWhitespace) { return .nameMissing }
        if !isIdentity(filer.identity) { return .identityInvalid }
        if !isPhone(filer.phone) { return .phoneInvalid }
        if isWhole, filer.relation.allSatisfy(\.isWhitespace) { return .relationMissing }
        if max(filer.relation.count, applicant.submitter.count) > nameMaximum { return .tooLong }
        return nil
    }
}

extension Site.Form {
    /// Who files, as both forms send it; `nil` when nothing was filled in.
    var filer: Dossiers.Filer? {
        let filer = Dossiers.Filer(
            identity: self["filerIdentity"].filter { $0 != " " }, phone: self["filerPhone"],
            relation: self["filerRelation"])
        return filer.isEmpty ? nil : filer
    }
}

extension Dossiers.Applicant {
    /// Keys of labels and values of who files, without empty ones.
    var filerLines: [(key: String, value: String)] {
        guard let filer else { return [] }
        return [
            ("filer.identity", filer.identity), ("filer.phone", filer.phone),
            ("filer.relation", filer.relation),
        ].filter { !$0.1.isEmpty }.map { (key: $0.0, value: $0.1) }
    }
}
