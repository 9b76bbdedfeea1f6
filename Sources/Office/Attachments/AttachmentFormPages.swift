// Reading a form with files: fields come first, as our pages write them; files go to the disk as
// they come, once it is known that they may.

import HTTPTypes
import Hummingbird
import Multipart
import NIOCore
import WorkTime

extension Site.House {
    /// - Parameters:
    ///   - permit: Called with the fields that came, before the first file is taken: for whom.
    ///   - paper: Under which paper a file of an input goes; `nil` for none.
    /// - Throws: `Site.FormRejection`, and what `permit` throws. What is wrong with a file stands
    ///   in the result.
    func formWithFiles(
        of request: Request, _ context: Site.Context,
        permit: @Sendable (Site.Form) async throws -> Attachments.Owner,
        paper: @Sendable (String, Site.Form) -> String?
    ) async throws -> Attachments.Sent {
        guard let boundary = MultipartBoundary(contentType: request.headers[.contentType] ?? "")
        else { return .init(form: try await form(of: request, context)) }
        var reading = AttachmentReading(house: self, boundary: boundary)
        let limits = attachments.limits
        let claimed = request.headers[.contentLength].flatMap { Int($0) } ?? 0
        if claimed > limits.requestBytes {
            reading.sent.refusal = limits.rejection(of: .bodyTooLarge)
            return reading.sent
        }
        if context.viewer == nil, Site.cameFromElsewhere(request) {
            throw Site.FormRejection.tokenMissing
        }
        do {
            for try await piece in request.body {
                for event in try reading.reader.take(Array(piece.readableBytesView)) {
                    try await take(event, &reading, context, permit, paper)
                }
            }
            try reading.reader.finish()
        } catch let flaw as MultipartFlaw {
            reading.sent.refusal = limits.rejection(of: flaw)
            if !flaw.input.isEmpty { reading.sent.input = flaw.input }
        } catch let rejection as Attachments.Rejection {
            reading.sent.refusal = rejection
        } catch {
            await reading.intake?.drop()
            throw error
        }
        await reading.intake?.drop()
        if reading.sent.refusal == nil { try check(reading.sent.form, context) }
        context.sent.keep(reading.sent.form)
        return reading.sent
    }

    private func take(
        _ event: MultipartEvent, _ reading: inout AttachmentReading, _ context: Site.Context,
        _ permit: (Site.Form) async throws -> Attachments.Owner,
        _ paper: (String, Site.Form) -> String?
    ) async throws {
        switch event {
        case .begins(let part): reading.begin(part)
        case .bytes(let bytes):
            guard reading.part.isFile else { return reading.value += bytes }
            if reading.intake == nil {
                reading.sent.input = reading.part.name
                if reading.owner == nil {
                    try check(reading.sent.form, context)
                    reading.owner = try await permit(reading.sent.form)
                }
                guard let owner = reading.owner,
                    let paper = paper(reading.part.name, reading.sent.form)
                else { throw Attachments.Rejection.paperUnknown(reading.part.name) }
                reading.intake = Attachments.Intake(
                    desk: desk, settings: attachments, owner: owner, paper: paper,
                    sentName: reading.part.fileName ?? "")
            }
            try await reading.intake?.take(bytes)
        case .ends: try await reading.end()
        }
    }

    /// The token of the session, as of every form.
    private func check(_ form: Site.Form, _ context: Site.Context) throws {
        if context.viewer == nil || context.isProgram { return }
        guard Site.areEqual(form["token"], Site.formToken(of: context.sessionToken)) else {
            throw Site.FormRejection.tokenMissing
        }
    }
}
