// The kinds of rows that one-stop processes are made of, with the words that the demo gives them
// where a source gives none. Fields given here are marked as derived: somebody must confirm them.

import ProcessModel

extension Demo {
    /// Rows of the usual chain.
    enum Chain {
        static let derived: [StepField] = [.accountable, .substitute, .product]

        /// Counter: takes in, checks, hands over. Whoever receives answers to the end.
        static func receive(time: StepTime = .withinTotal, form: String? = nil) -> Draft {
            Draft(
                id: "tiep-nhan", title: "Tiếp nhận hồ sơ",
                step: Step(
                    performer: .focalPoint, accountable: .head(of: .function("mot-cua")),
                    substitute: .member(of: .function("mot-cua")),
                    work: "Tiếp nhận, kiểm tra hồ sơ; bàn giao cho đơn vị giải quyết",
                    tasks: ["Tiếp nhận hồ sơ", "Bàn giao hồ sơ"],
                    product: "Giấy tiếp nhận hồ sơ và hẹn trả kết quả", form: form, time: time,
                    derived: derived))
        }

        static func handle(
            by unit: UnitReference, id: NodeID = "thu-ly", title: String = "Thụ lý hồ sơ",
            cooperating: [Performer] = [], specialist: Bool = false
        ) -> Draft {
            // Where the head reviews or signs, a specialist must have prepared it.
            let performer: Performer =
                specialist ? .position("chuyen-vien", in: unit) : .member(of: unit)
            return Draft(
                id: id, title: title,
                step: Step(
                    performer: performer, accountable: .head(of: unit),
                    substitute: .head(of: unit), cooperating: cooperating,
                    work: "Thẩm định hồ sơ, dự thảo kết quả",
                    tasks: ["Phân công thụ lý", "Thụ lý"],
                    product: "Hồ sơ đã thẩm định và dự thảo kết quả", time: .withinTotal,
                    derived: derived))
        }

        static func review(by unit: UnitReference, of node: NodeID) -> Draft {
            Draft(
                id: "xet-duyet", title: "Xét duyệt",
                step: Step(
                    performer: .head(of: unit), accountable: .head(of: unit),
                    substitute: .position("pho-truong-phong", in: unit),
                    work: "Xét duyệt dự thảo, trình ký", product: "Dự thảo đã duyệt",
                    time: .withinTotal, returnsTo: [node], derived: derived, controls: [node]))
        }

        static func sign(
            by leader: Performer, substitute: Performer, result: String, of node: NodeID,
            id: NodeID = "ky", title: String = "Ký kết quả", marksDone: Bool = true
        ) -> Draft {
            Draft(
                id: id, title: title,
                step: Step(
                    performer: leader, accountable: leader, substitute: substitute,
                    work: "Ký duyệt kết quả", product: result, time: .withinTotal,
                    marksDone: marksDone, returnsTo: [node], derived: derived,
                    controls: [node]))
        }

        static func fee() -> Draft {
            Draft(
                id: "thu-phi", title: "Thu phí, lệ phí",
                step: Step(
                    performer: .focalPoint, accountable: .head(of: .function("mot-cua")),
                    substitute: .member(of: .function("mot-cua")), work: "Thu phí, lệ phí",
                    product: "Biên lai thu phí, lệ phí", time: .withinTotal, derived: derived))
        }

        static func giveBack(time: StepTime = .withinTotal) -> Draft {
            Draft(
                id: "tra-ket-qua", title: "Trả kết quả",
                step: Step(
                    performer: .focalPoint, accountable: .head(of: .function("mot-cua")),
                    substitute: .member(of: .function("mot-cua")),
                    work: "Trả kết quả cho người nộp",
                    product: "Kết quả đã trả, có ký nhận", time: time, derived: derived))
        }
    }

    /// The leader of an office who signs in a field of work, and who signs when absent.
    static func leader(
        _ position: String, in unit: UnitReference = .function("lanh-dao")
    ) -> (performer: Performer, substitute: Performer) {
        let other = position == "chu-tich" ? "pho-chu-tich" : "chu-tich"
        return (.position(position, in: unit), .position(other, in: unit))
    }
}
