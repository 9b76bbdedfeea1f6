// Says each finding in both languages.

extension VerificationFinding {
    public var sentence: LedgerSentence {
        switch problem {
        case .edited:
            say("\(place.vi) đã bị sửa sau khi ghi.", "\(place.en) was edited after writing.")
        case .deleted(let last):
            say(
                "\(place.vi): các mục đến bước ghi \(last) đã bị xoá.",
                "\(place.en): entries through version \(last) were deleted.")
        case .inserted:
            say(
                "\(place.vi) được chèn vào, không do sổ ghi.",
                "\(place.en) was inserted, the ledger did not write it.")
        case .swapped(let version, let sequence, let stream):
            say(
                "\(place.vi) bị đổi chỗ với \(stream), bước ghi \(version), số \(sequence).",
                "\(place.en) was swapped with \(stream), version \(version), "
                    + "sequence \(sequence).")
        case .renumbered(let original):
            say(
                "\(place.vi) vốn mang số \(original).",
                "\(place.en) was written as sequence \(original).")
        case .headMismatch:
            say(
                "\(place.vi) không khớp với đầu chuỗi đã lưu.",
                "\(place.en) does not match the stored head of its stream.")
        case .truncated(let last):
            say(
                "\(place.vi): phần cuối của sổ, đến \(last), đã bị cắt.",
                "\(place.en): the end of the ledger, through \(last), was cut off.")
        case .sequenceGap(let last):
            say(
                "Thiếu các số từ \(sequence ?? 0) đến \(last) trong sổ.",
                "Sequences \(sequence ?? 0) through \(last) are missing in the ledger.")
        case .checkpointBroken, .checkpointMismatch, .anchorMissing, .anchorMismatch:
            checkpointSentence
        case .signatureWrong, .signatureForeign, .signatureMissing: signatureSentence
        case .personalMissing, .personalMismatch, .payloadUnreadable: contentSentence
        }
    }

    private var checkpointSentence: LedgerSentence {
        let number = checkpoint ?? 0
        return switch problem {
        case .checkpointBroken:
            say(
                "Điểm kiểm tra \(number) đã bị sửa hoặc điểm trước nó bị mất.",
                "Checkpoint \(number) was changed, or the one before it is missing.")
        case .checkpointMismatch:
            say(
                "Các mục đến số \(sequence ?? 0) không khớp với điểm kiểm tra \(number).",
                "Entries up to sequence \(sequence ?? 0) do not match checkpoint \(number).")
        case .anchorMissing:
            say(
                "Điểm kiểm tra \(number) giữ ở ngoài không có trong sổ này.",
                "Checkpoint \(number), kept outside, is not in this ledger.")
        default:
            say(
                "Điểm kiểm tra \(number) trong sổ khác với bản giữ ở ngoài.",
                "Checkpoint \(number) differs from the copy kept outside.")
        }
    }

    private var signatureSentence: LedgerSentence {
        let number = checkpoint ?? 0
        return switch problem {
        case .signatureForeign(let keyID):
            say(
                "Điểm kiểm tra \(number) do khóa \(keyID) ký, không phải khóa đã nêu.",
                "Checkpoint \(number) is signed by key \(keyID), not by a key that was named.")
        case .signatureMissing(let signed?):
            say(
                "Điểm kiểm tra mới nhất (\(number)) không có chữ ký; có chữ ký đến điểm \(signed).",
                "The newest checkpoint (\(number)) is not signed; the last signed one is \(signed)."
            )
        case .signatureMissing(nil):
            say(
                "Không điểm kiểm tra nào có chữ ký. Hãy chạy dịch vụ với --checkpoint-key.",
                "No checkpoint is signed. Run the server with --checkpoint-key.")
        default:
            say(
                "Chữ ký của điểm kiểm tra \(number) không đúng.",
                "The signature of checkpoint \(number) is wrong.")
        }
    }

    private var contentSentence: LedgerSentence {
        switch problem {
        case .personalMissing(let id):
            say(
                "\(place.vi): thông tin cá nhân \(id) bị mất mà không có dấu xoá theo luật.",
                "\(place.en): personal value \(id) is gone without a mark of lawful erasure.")
        case .personalMismatch(let id):
            say(
                "\(place.vi): thông tin cá nhân \(id) không phải là thông tin đã ghi.",
                "\(place.en): personal value \(id) is not the one that was recorded.")
        default:
            say(
                "\(place.vi): không đọc được nội dung.",
                "\(place.en): the content cannot be read.")
        }
    }

    /// Where it is, as far as known.
    private var place: LedgerSentence {
        let numbers = (version, sequence)
        let name = stream ?? ""
        return switch numbers {
        case (let version?, let sequence?):
            say(
                "\(name), bước ghi \(version) (số \(sequence))",
                "\(name), version \(version) (sequence \(sequence))")
        case (let version?, nil): say("\(name), bước ghi \(version)", "\(name), version \(version)")
        case (nil, let sequence?): say("Số \(sequence)", "Sequence \(sequence)")
        case (nil, nil): say(name, name)
        }
    }

    private func say(_ vi: String, _ en: String) -> LedgerSentence {
        LedgerSentence(vi: vi, en: en)
    }
}
