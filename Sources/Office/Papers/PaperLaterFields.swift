// Fields of the apology, the notice of a stop, the control slip and the register.

import WorkTime

extension Papers {
    static let apologyFields = [
        Field("Số: …/PXL", "Number"),
        Field("Kính gửi", "To", "apology.to"),
        Field("Địa chỉ", "Address", "applicant.address"),
        Field("Số điện thoại", "Telephone", "applicant.phone"),
        Field("Ngày tiếp nhận hồ sơ", "Received", "apology.receivedAt"),
        Field("Nội dung yêu cầu", "Request", "apology.about"),
        Field("Mã hồ sơ", "Code", "home.code"),
        Field("Ngày hẹn trả ban đầu", "First appointment", "apology.promised"),
        Field("Xác nhận chưa trả đúng hạn, lời xin lỗi", "That it is late, and the apology"),
        Field("Lý do chậm", "Reason", "apology.reasonLine"),
        Field("Ngày hẹn trả lại", "New appointment"),
        Field("Nơi nhận", "Copies", "apology.receivers"),
        Field(
            "Ký: thủ trưởng cơ quan giải quyết", "Signed: head of the office", "receipt.sign",
            .always, .hand),
    ]

    /// No text says what it asks for: what the other notices have (unconfirmed).
    static let stopFields = [
        Field("Tiếp nhận hồ sơ của", "Received from", "receipt.of"),
        Field("Địa chỉ", "Address", "applicant.address"),
        Field("Số điện thoại", "Telephone", "applicant.phone"),
        Field("Nội dung yêu cầu giải quyết", "Request", "receipt.request"),
        Field("Thời gian nhận hồ sơ", "Received", "receipt.receivedAt"),
        Field("Lý do", "Reason", "paper.reason"),
        Field("Liên hệ, hướng dẫn", "Whom to ask", "paper.contact"),
        Field("Ký: người thông báo", "Signed: officer", "paper.stop.officer", .always, .hand),
    ]

    static let slipFields = [
        Field("Mã vạch, mã hồ sơ", "Code", "receipt.code"),
        Field("Quyển số, số thứ tự", "Book and number", "paper.book", .paperBook, .hand),
        Field("Kèm theo hồ sơ của", "With the dossier of", "slip.of"),
        Field("Ngày nhận", "Received", "receipt.receivedAt"),
        Field("Ngày, giờ hẹn trả kết quả", "Appointment", "receipt.appointment"),
        Field("Cơ quan (bộ phận) giải quyết hồ sơ", "Who leads the work", "slip.owner"),
        Field(
            "Cơ quan phối hợp giải quyết hồ sơ", "Who cooperates", "slip.cooperating", .may,
            .hand),
        Field("Tên cơ quan: giao, nhận", "Units: giving, receiving", "slip.units"),
        Field("Thời gian giao, nhận", "Time of handing over", "slip.times"),
        Field("Kết quả giải quyết của bên giao", "Result of the giver", "slip.result"),
        Field("Ghi chú", "Remarks", "slip.remark", .may),
    ]

    static let registerFields = [
        Field("Số thứ tự", "Number", "official.column.row"),
        Field("Mã hồ sơ", "Code", "official.column.code"),
        Field("Tên thủ tục hành chính", "Procedure", "official.column.title"),
        Field("Số lượng (bộ)", "Sets", "official.column.sets"),
        Field(
            "Họ tên chủ hồ sơ, địa chỉ, điện thoại", "Applicant, address, telephone",
            "official.column.applicant"),
        Field("Cơ quan chủ trì giải quyết", "Who leads", "official.column.owner"),
        Field("Ngày nhận hồ sơ, người nhận", "Received, by", "official.column.received"),
        Field("Ngày hẹn trả kết quả", "Appointment", "official.column.due"),
        Field("Ngày nhận kết quả", "Result ready", "official.column.result"),
        Field(
            "Ngày trả kết quả, phương thức nhận", "Returned, way", "official.column.returned"),
        Field("Bên giao, bên nhận ký", "Signatures", "official.column.signature", .always, .hand),
        Field("Địa bàn phát sinh hồ sơ", "Area", nil, .may, .absent),
        Field("Ghi chú", "Notes", "official.column.note", .may),
    ]
}
