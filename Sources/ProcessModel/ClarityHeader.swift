// Rules about the version as a whole: name, owner, basis, records, forms without doubles.

import WorkTime

extension ClarityCheck {
    mutating func header() {
        required(
            .title, version.title,
            Bilingual(vi: "quy trình chưa có tên", en: "the process has no title"), key: "title")
        required(
            .duplicateCode, version.code.rawValue,
            Bilingual(vi: "quy trình chưa có mã", en: "the process has no code"), key: "code")
        required(
            .owner, version.ownerUnit,
            Bilingual(vi: "chưa có đơn vị chủ trì", en: "no unit owns the process"), key: "owner")
        required(
            .legalBasis, version.legalBasis.joined(),
            Bilingual(vi: "chưa ghi căn cứ pháp lý", en: "its legal basis is not stated"),
            key: "legal_basis", severity: version.kind == .procedure ? .error : .warning)
        required(
            .records, version.records.joined(),
            Bilingual(vi: "chưa ghi hồ sơ phải lưu", en: "the records to keep are not stated"),
            key: "records", severity: .warning)
        required(
            .scope, version.scope,
            Bilingual(vi: "chưa ghi phạm vi áp dụng", en: "its scope is not stated"),
            key: "scope", severity: .warning)
        required(
            .approver, version.approver,
            Bilingual(vi: "chưa ghi người duyệt", en: "who approves it is not stated"),
            key: "approver", severity: .warning)
        required(
            .effective, version.effective?.text ?? "",
            Bilingual(vi: "chưa có ngày hiệu lực", en: "it has no effective date"),
            key: "effective", severity: .warning)
        if version.kind == .procedure {
            required(
                .components, version.components.joined(),
                Bilingual(vi: "chưa ghi thành phần hồ sơ", en: "the papers are not stated"),
                key: "components", severity: .warning)
        }
        principle()
        doubles()
    }

    private mutating func required(
        _ rule: ClarityRule, _ value: String, _ message: Bilingual, key: String,
        severity: Diagnostic.Severity = .error
    ) {
        guard value.isBlank else { return }
        report(
            rule, severity, at: nil, message,
            mend: Bilingual(vi: "ghi vào mục \(key)", en: "write it as \(key)"))
    }

    private mutating func principle() {
        if list != nil { return }
        let known = PrincipleList.all.map(\.id).joined(separator: ", ")
        report(
            .principle, .warning, at: nil,
            Bilingual(
                vi: "không biết bộ nguyên tắc “\(version.principle)”",
                en: "the principle list “\(version.principle)” is not known"),
            mend: Bilingual(vi: "dùng một trong: \(known)", en: "use one of: \(known)"))
    }

    private mutating func doubles() {
        let mend = Bilingual(vi: "đổi một trong hai", en: "change one of the two")
        for code in version.forms.map(\.code).repeated {
            report(
                .duplicateCode, at: nil,
                Bilingual(
                    vi: "hai biểu mẫu cùng mã \(code)", en: "two forms carry the code \(code)"),
                mend: mend)
        }
        for key in version.forms.flatMap({ $0.fields.map(\.key) }).repeated {
            report(
                .duplicateCode, at: nil,
                Bilingual(vi: "hai mục cùng khóa \(key)", en: "two fields carry the key \(key)"),
                mend: mend)
        }
        if gate.catalogue?.duplicates.contains(version.code) == true {
            report(
                .duplicateCode, at: nil,
                Bilingual(
                    vi: "hai quy trình cùng mã \(version.code) và lần ban hành \(version.issue)",
                    en: "two processes carry the code \(version.code) and issue \(version.issue)"),
                mend: mend)
        }
    }
}

extension Sequence where Element: Hashable {
    /// Elements that occur more than once, once each, in the order of their second occurrence.
    var repeated: [Element] {
        var counts: [Element: Int] = [:]
        return filter { element in
            counts[element, default: 0] += 1
            return counts[element] == 2
        }
    }
}
