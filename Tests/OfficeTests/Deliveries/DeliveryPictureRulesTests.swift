// Which pictures of the door count, and for what.

import Engine
import Ledger
import Testing
import WorkTime

@testable import Office

@Suite struct `Pictures at the door` {
    private func office(
        _ pictures: [Attachments.Arrived], mistakes: Int = 0, gift: Bool = false
    ) -> DeliveryCase {
        var office = DeliveryCase()
        office.delivery = DeliveryCase.delivery(.out, gift: gift, mistakes: mistakes)
        office.person = "ha"
        office.isClerk = false
        office.pictures = pictures
        return office
    }

    /// Proof and pictures of what was handed over.
    private func handed(
        _ inputs: [String], _ handing: Deliveries.Handing, mistakes: Int = 0
    ) throws -> (Deliveries.Proof?, [Deliveries.PictureKind]) {
        let arrived = inputs.map { DeliveryFeeSamples.arrived($0) }
        let events = try office(arrived, mistakes: mistakes).decide(.handOver(handing))
        guard case .delivered(let attempt)? = events.first else { return (nil, []) }
        for case .proven(let at, let by, let pictures) in events {
            #expect(at == DeliveryCase.now && by == "ha")
            #expect(pictures.allSatisfy { $0.attempt == attempt.number })
            return (attempt.proof, pictures.map(\.kind))
        }
        return (attempt.proof, [])
    }

    private static let code = Deliveries.Handing(code: "123456")
    private static let paper = Deliveries.Handing(receiver: "Lê Văn Nhận", paper: "8901")
    private static let none = Deliveries.Handing()

    @Test(
        arguments: [
            ([], code, .code), ([], paper, .paper), (["photo"], code, .code),
            (["signature"], paper, .paper), (["photo", "signature"], code, .code),
            (["photo"], none, .photo), (["signature"], none, .signature),
            (["photo", "signature"], none, .signature),
            (["signature", "photo"], none, .signature),
        ] as [([String], Deliveries.Handing, Deliveries.Proof)])
    func `strengthen code and paper, and stand for them where there is neither`(
        _ inputs: [String], _ handing: Deliveries.Handing, _ proof: Deliveries.Proof
    ) throws {
        let (told, kinds) = try handed(inputs, handing)
        #expect(told == proof)
        #expect(kinds.map(\.rawValue) == inputs)
    }

    @Test func `stand for a code that was wrong too often`() throws {
        let (proof, _) = try handed(
            ["photo"], Self.none, mistakes: Deliveries.mistakesMaximum)
        #expect(proof == .photo)
        #expect(throws: Deliveries.Rejection.codeLocked) {
            try handed(["photo"], Self.code, mistakes: Deliveries.mistakesMaximum)
        }
    }

    @Test func `hand nothing over where the code is wrong`() throws {
        let events = try office([DeliveryFeeSamples.arrived("photo")])
            .decide(.handOver(.init(code: "999999")))
        #expect(events == [.codeMistaken(at: DeliveryCase.now, by: "ha")])
    }

    @Test func `take nothing from the checks of the counter`() {
        for (identity, receipt, field) in [
            (false, true, "identity"), (true, false, "receipt"),
        ] {
            #expect(throws: Deliveries.Rejection.checkMissing(field: field)) {
                try office([DeliveryFeeSamples.arrived("signature")]).decide(
                    .handOver(
                        .init(identityChecked: identity, receiptChecked: receipt)))
            }
        }
        #expect(throws: Deliveries.Rejection.proofMissing) {
            try office([]).decide(.handOver(.init()))
        }
    }

    @Test(
        arguments: [
            ([DeliveryFeeSamples.arrived("photo", kind: .pdf)], .noPicture(.photo)),
            ([DeliveryFeeSamples.arrived("signature", kind: .pdf)], .noPicture(.signature)),
            (
                [DeliveryFeeSamples.arrived("photo", standing: .infected)],
                .pictureInfected(.photo)
            ),
            (
                [
                    DeliveryFeeSamples.arrived(
                        "signature", bytes: Deliveries.signatureBytes + 1)
                ], .signatureTooLarge
            ),
            (
                [DeliveryFeeSamples.arrived("photo"), DeliveryFeeSamples.arrived("photo")],
                .tooManyPictures(.photo)
            ),
            ([DeliveryFeeSamples.arrived("Tờ khai")], .pictureUnknown),
        ] as [([Attachments.Arrived], Deliveries.Rejection)])
    func `are pictures, one of each kind, of a size that fits`(
        _ arrived: [Attachments.Arrived], _ rejection: Deliveries.Rejection
    ) {
        for handing in [Self.code, Self.paper, Self.none] {
            #expect(throws: rejection) { try office(arrived).decide(.handOver(handing)) }
        }
        #expect(!rejection.sentence.vi.isEmpty && !rejection.sentence.en.isEmpty)
    }

    @Test func `may be large where they are photos, and wait for the scanner`() throws {
        let arrived = [
            DeliveryFeeSamples.arrived(
                "photo", kind: .jpeg, bytes: 9_000_000, standing: .waiting),
            DeliveryFeeSamples.arrived("signature", bytes: Deliveries.signatureBytes),
        ]
        let events = try office(arrived).decide(.handOver(.init()))
        #expect(events.count == 2)
    }

    @Test func `stand in the state beside their attempt, also when it is asked anew`() throws {
        var delivery = DeliveryCase.delivery(.out)
        #expect(delivery.pictures == nil)
        let photo = DeliveryFeeSamples.picture(.photo)
        delivery.apply(.proven(at: DeliveryCase.now, by: "ha", pictures: [photo]))
        let signature = DeliveryFeeSamples.picture(.signature, of: 2)
        delivery.apply(.proven(at: DeliveryCase.now, by: "ha", pictures: [signature]))
        #expect(delivery.pictures == [photo, signature])
        let anew = Deliveries.Delivery.after(
            .requested(at: DeliveryCase.now, by: "chi", request: DeliverySamples.request),
            delivery)
        #expect(anew?.pictures == [photo, signature])
        let value = try EventEncoding.value(of: delivery)
        #expect(try EventDecoding.value(Deliveries.Delivery.self, from: value) == delivery)
    }
}
