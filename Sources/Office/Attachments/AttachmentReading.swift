// A form with files while it is read.

import Multipart

struct AttachmentReading {
    var reader: MultipartReader
    var sent = Attachments.Sent(form: Site.Form(pairs: []))
    var owner: Attachments.Owner?
    /// The part that is under way.
    var part = MultipartPart(name: "")
    var value: [UInt8] = []
    var intake: Attachments.Intake?

    init(house: Site.House, boundary: MultipartBoundary) {
        reader = MultipartReader(
            boundary: boundary, limits: house.attachments.limits.ofMultipart)
    }

    mutating func begin(_ part: MultipartPart) {
        self.part = part
        value = []
    }

    /// An input for files that was left alone has neither name nor bytes.
    mutating func end() async throws {
        if part.isFile {
            guard var file = intake else {
                if part.fileName?.isEmpty ?? true { return }
                sent.input = part.name
                throw Attachments.Rejection.fileEmpty
            }
            try await file.finish()
            intake = nil
            sent.papers.append(file.paper)
            sent.digests.append(file.digest)
            sent.input = ""
            return
        }
        value.removeAll { $0 == 0 }
        guard let text = String(validating: value, as: UTF8.self) else {
            throw Attachments.Rejection.formBroken
        }
        sent.form = Site.Form(pairs: sent.form.pairs + [(part.name, text)])
    }
}
