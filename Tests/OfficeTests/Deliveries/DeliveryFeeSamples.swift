// Fees of deliveries in the invented ward, and files as they come in at the door.

import Engine
import HTTPTypes
import Ledger
import ProcessModel
import Testing
import WorkTime

@testable import Office

enum DeliveryFeeSamples {
    static func fee(
        process: ProcessCode? = nil, carrier: Deliveries.Carrier = .officer,
        amount: Int = 20_000, payer: Deliveries.FeePayer = .recipient,
        from: String = "2017-07-01", until: String? = nil
    ) -> Deliveries.Fee {
        Deliveries.Fee(
            process: process, carrier: carrier, amount: amount, payer: payer,
            from: DeliverySamples.day(from), until: until.map(DeliverySamples.day),
            source: "Mức phí hư cấu, chưa xác nhận")
    }

    /// A plan with rows, numbered from 1.
    static func plan(_ fees: Deliveries.Fee...) -> Deliveries.Plan {
        var plan = Deliveries.Plan()
        for (index, fee) in fees.enumerated() {
            var fee = fee
            fee.number = index + 1
            plan.apply(.feeAdded(at: DeliveryCase.now, by: "binh", fee: fee))
        }
        return plan
    }

    static func arrived(
        _ input: String, kind: Attachments.Kind = .png, bytes: Int = 300,
        standing: Attachments.Standing = .unscanned
    ) -> Attachments.Arrived {
        Attachments.Arrived(
            file: Attachments.File(
                id: "\(input)-1", paper: input, kind: kind, bytes: bytes,
                content: DeliverySamples.mark("attachment/\(input)-1")),
            digest: "ab", standing: standing, name: "anh.png")
    }

    static func picture(
        _ kind: Deliveries.PictureKind, of attempt: Int = 1
    ) -> Deliveries.Picture {
        Deliveries.Picture(
            attempt: attempt, kind: kind, id: "\(kind.rawValue)-1", format: .png, bytes: 300,
            content: DeliverySamples.mark("attachment/\(kind.rawValue)-1"))
    }
}

extension DossierTestOffice {
    static let ticks = [("act", "handOver"), ("identity", "1"), ("receipt", "1")]

    /// Hands over at the door with pictures, as the page of the carrier does.
    func handOver(
        _ code: String, as person: PersonID = "ha", _ fields: [(String, String)] = [],
        _ files: [AttachmentSamples.Chosen], wantsJSON: Bool = false
    ) async throws -> DossierTestAnswer {
        try await upload(
            "/deliveries/\(code)", as: person, Self.ticks + fields, files, wantsJSON: wantsJSON)
    }

    static let photo: AttachmentSamples.Chosen = ("photo", "trao.jpg", AttachmentSamples.jpeg())
    static let signature: AttachmentSamples.Chosen = (
        "signature", "chu-ky.png", AttachmentSamples.png()
    )

    /// A fee that holds from the first day of the tests on.
    func setFee(
        _ amount: Int = 20_000, payer: Deliveries.FeePayer = .recipient,
        carrier: Deliveries.Carrier = .officer
    ) async throws {
        try await plan(
            .addFee(DeliveryFeeSamples.fee(carrier: carrier, amount: amount, payer: payer)))
    }
}
