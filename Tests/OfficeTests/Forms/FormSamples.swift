// A procedure whose form has a field of every type, some of them asked only where another answer
// says so.

import Engine
import HTTPTypes
import Ledger
import ProcessModel
import Testing
import WorkTime

@testable import Office

enum FormSamples {
    static let members = FieldTable(
        columns: [
            FieldColumn(key: "ten", label: "Họ tên", required: true),
            FieldColumn(key: "von", label: "Vốn góp", kind: .money),
            FieldColumn(key: "tuoi", label: "Tuổi", kind: .number),
            FieldColumn(key: "ngay", label: "Ngày sinh", kind: .date),
        ], minimum: 1, maximum: 4)

    static let fields = [
        FormField(
            key: "chuThe", label: "Chủ thể", type: .choice(["Cá nhân", "Nhóm người"]),
            required: true),
        FormField(key: "von", label: "Vốn", type: .money, required: true),
        FormField(
            key: "thanhVien", label: "Người góp vốn", type: .table(members), required: true,
            personal: true, condition: .compare("chuThe", .equal, .text("Nhóm người"))),
        FormField(
            key: "nguonVon", label: "Nguồn vốn", type: .longText, required: true,
            condition: .compare("von", .greater, .number(100_000_000))),
        FormField(
            key: "soDinhDanh", label: "Số định danh", type: .identity(oldCards: true),
            personal: true),
        FormField(key: "dienThoai", label: "Điện thoại cơ sở", type: .phone),
        FormField(key: "thu", label: "Thư điện tử cơ sở", type: .email),
        FormField(key: "noiDat", label: "Nơi đặt cơ sở", type: .address),
        FormField(key: "dienTich", label: "Diện tích", type: .number, unit: "m2"),
        FormField(key: "hopDong", label: "Hợp đồng thuê nhà", type: .file),
        FormField(
            key: "xacNhan", label: "Xác nhận của người khai", type: .signature, required: true,
            personal: true),
    ]

    static let version = FilingExtractSamples.version(fields: fields)
    static let base = "/file/\(FilingExtractSamples.code)"

    /// A form with these pairs.
    static func form(_ pairs: [(String, String)]) -> Site.Form {
        Site.Form(pairs: pairs.map { (name: $0.0, value: $0.1) })
    }

    /// What an individual answers: everything that must be, nothing that need not.
    static let person: [(String, String)] = [
        ("field.chuThe", "Cá nhân"), ("field.von", "50.000.000"),
        ("field.xacNhan.name", "Hồ Thị Hư Cấu"), ("field.xacNhan.consent", "1"),
    ]

    /// What a group answers: everything that can be.
    static let group: [(String, String)] = [
        ("field.chuThe", "Nhóm người"), ("field.von", "250.000.000 đồng"),
        ("field.thanhVien.0.ten", "Hồ Thị Hư Cấu"), ("field.thanhVien.0.von", "150.000.000"),
        ("field.thanhVien.0.tuoi", "31"), ("field.thanhVien.0.ngay", "1986-02-03"),
        ("field.thanhVien.2.ten", "Võ Văn Minh Họa"), ("field.thanhVien.2.von", "100000000"),
        ("field.nguonVon", "Vốn tự có\r\nvà vay"), ("field.soDinhDanh", "001 186 012 345"),
        ("field.dienThoai", "024 3827 1234"), ("field.thu", "cua.hang@vi-du.vn"),
        ("field.noiDat.line", "Số 2, phố Minh Họa"), ("field.noiDat.ward", "Phường A"),
        ("field.dienTich", "45,5"), ("field.hopDong", "file"),
        ("field.xacNhan.name", "Hồ Thị Hư Cấu"), ("field.xacNhan.consent", "1"),
    ]

    /// The rest of a filing.
    static let around: [(String, String)] = [
        ("office", "p"), ("name", "Hồ Thị Hư Cấu"), ("phone", "0912345678"),
        ("paper", "Tờ khai"), ("returnWay", "counter"),
    ]

    static let offer = Filings.Offer(
        sheet: FilingExtractSamples.sheet, components: ["Tờ khai", "Giấy chứng sinh"],
        fields: fields, offices: ["p", "r"], wards: ["Phường A", "Phường B"],
        today: DayNumber("2017-07-03"))
}

extension DossierTestOffice {
    /// An office that takes the sample in, online and at the counter.
    static func runWithForms(_ body: (DossierTestOffice) async throws -> Void) async throws {
        try await run { office in
            try await office.publish(FormSamples.version)
            try await office.issue(FilingExtractSamples.sheet)
            try await body(office)
        }
    }
}
