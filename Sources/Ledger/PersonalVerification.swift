// Compares the personal values beside the ledger with the digests in its entries.

enum PersonalVerification {
    /// Also proves that the payload can be read at all.
    static func check(
        _ entry: Entry, _ reader: any LedgerReader, _ report: inout VerificationReport
    ) throws {
        let payload: Payload
        do {
            payload = try entry.decodedPayload()
        } catch {
            report.add(VerificationFinding(.payloadUnreadable(error), at: entry))
            return
        }
        for reference in payload.personalReferences {
            report.personalCount += 1
            switch try reader.personalState(id: reference.id) {
            case .erased: report.erasedCount += 1
            case .kept(let digest) where digest == reference.digest: break
            case .kept:
                report.add(VerificationFinding(.personalMismatch(id: reference.id), at: entry))
            case .missing:
                report.add(VerificationFinding(.personalMissing(id: reference.id), at: entry))
            }
        }
    }
}
