// What the counter enters for a dossier: an invented person, papers, fee, values of the form.

import ProcessModel
import WorkTime

extension Demo {
    struct IntakeMaker: Sendable {
        private let names: Names
        /// First fee that the sources give, in đồng, by process.
        private var fees: [ProcessCode: Int] = [:]

        init() throws(DataError) {
            names = try Names()
            for row in try Table.load("procedures-hanoi", columns: ["id", "fee_vnd"]).rows {
                if let fee = row["fee_vnd"].split(separator: "|").first.flatMap({ Int($0) }) {
                    fees[ProcessCode(row["id"])] = fee
                }
            }
            let columns = ["code_local", "fee_vnd"]
            for row in try Table.load("procedures-yenbai-2015", columns: columns).rows {
                fees[ProcessCode("YB-" + row["code_local"])] = Int(row["fee_vnd"])
            }
        }

        func intake(
            _ filing: Filing, _ version: ProcessVersion, level: Int?, at moment: LocalMinute,
            _ chance: inout Chance
        ) -> Dossiers.Intake {
            let name = names.full(&chance)
            var fields: [String: FieldValue] = [:]
            var personal: [String: String] = [:]
            for field in version.forms.flatMap(\.fields) {
                if field.personal {
                    personal[field.key] = personalValue(
                        field, of: name, filing.ward, moment.day, &chance)
                } else if let value = value(of: field, filing, &chance) {
                    fields[field.key] = value
                }
            }
            let asked = Set(version.forms.flatMap(\.fields).asked(of: fields).map(\.key))
            personal = personal.filter { asked.contains($0.key) }
            let place = "Tổ \(chance.between(1, 24)), phường \(filing.ward.name), quận Long Biên"
            let number = chance.below(1_000)
            let digits = String(repeating: "0", count: 3 - "\(number)".count) + "\(number)"
            let papers = version.components.isEmpty ? ["Đơn đề nghị"] : version.components
            let online = filing.channel == .online
            return Dossiers.Intake(
                process: version.code, office: filing.office, channel: filing.channel,
                applicant: Dossiers.Applicant(
                    name: name, phone: "0900 000 " + digits, address: place,
                    request: version.title, fields: personal),
                papers: papers.map { Dossiers.Paper(name: $0, copies: 1) },
                fee: fees[version.code].flatMap { $0 > 0 ? $0 : nil },
                returnWay: way(online: online, level: level, &chance), fields: fields)
        }

        /// Level 4 means that the result may come by post; elsewhere a few ask for it at home.
        private func way(
            online: Bool, level: Int?, _ chance: inout Chance
        ) -> Dossiers.ReturnWay {
            if online, level == 4, chance.happens(350) { return .post }
            return chance.happens(30) ? .home : .counter
        }

        /// What says where or who signs again draws no chance: the rest stays as it was.
        private func personalValue(
            _ field: FormField, of applicant: String, _ ward: Ward, _ day: DayNumber,
            _ chance: inout Chance
        ) -> String? {
            switch field.type {
            case .date: return (day - chance.between(1, 55)).text
            case .signature: return "\(applicant)\n\(day)"
            case .address:
                let group = field.condition == nil ? chance.between(1, 24) : day.day % 24 + 1
                return "Tổ \(group)\nPhường \(ward.name)"
            case .text: break
            default: return nil
            }
            if field.key == "ho_ten_con" { return names.child(of: applicant, &chance) }
            return names.full(&chance)
        }

        private func value(
            of field: FormField, _ filing: Filing, _ chance: inout Chance
        ) -> FieldValue? {
            if field.condition != nil { return nil }
            switch field.type {
            case .choice(let choices):
                if field.key == "chu_the" { return choices.first.map { .text($0) } }
                if field.key == wardField { return .text(filing.ward.name) }
                return .text(chance.pick(choices, else: ""))
            case .number, .money:
                let range = Self.ranges[field.key] ?? (1, 5, 1)
                return .number(Double(chance.between(range.0, range.1) * range.2))
            case .text:
                return Self.texts[field.key].map { .text(chance.pick($0, else: "")) }
            default: return nil
            }
        }

        /// Lowest, highest, step.
        private static let ranges: [String: (Int, Int, Int)] = [
            "von": (5, 60, 10_000_000), "dien_tich": (30, 110, 1), "so_tang": (2, 6, 1),
            "so_ban": (1, 6, 1), "so_ban_sao": (1, 5, 1),
        ]
        private static let texts: [String: [String]] = [
            "nganh_nghe": [
                "Bán lẻ tạp hóa", "Dịch vụ ăn uống", "Cắt tóc, gội đầu", "Sửa chữa xe máy",
                "Bán lẻ quần áo", "Photocopy, văn phòng phẩm", "Bán lẻ thuốc đông y",
            ],
            "ten_ho": [
                "Hộ kinh doanh Hoa Sen", "Hộ kinh doanh An Phát", "Hộ kinh doanh Sông Hồng",
            ],
            "noi_dung": ["Cải chính ngày sinh", "Bổ sung họ tên cha", "Cải chính quê quán"],
            "ten_co_so": ["Cửa hàng Hoa Sen", "Cửa hàng An Phát", "Cửa hàng Minh Quang"],
            "ten_du_an": ["Xưởng mộc An Phát", "Trạm rửa xe Sông Hồng", "Xưởng may Hoa Sen"],
            "ten_htx": ["HTX Rau an toàn Hoa Sen", "HTX Dịch vụ An Phát"],
            "so_thua": ["Thửa 17, tờ 4", "Thửa 112, tờ 9", "Thửa 45, tờ 21", "Thửa 203, tờ 2"],
        ]
    }
}
