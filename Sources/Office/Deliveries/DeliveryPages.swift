// /deliveries: the list.  /deliveries/CODE: one delivery and what may be done with it.

import Engine
import HTML
import Hummingbird
import WorkTime

extension Site.House {
    func addDeliveryRoutes(to router: Router<Site.Context>) {
        router.get("/deliveries", use: showDeliveries)
        router.get("/deliveries/route", use: showDeliveryRoute)
        router.get("/deliveries/roster", use: showDeliveryRoster)
        router.post("/deliveries/roster", use: actOnDeliveryRoster)
        router.get("/deliveries/leave", use: showDeliveryLeave)
        router.get("/deliveries/leave.csv", use: downloadDeliveryLeave)
        router.get("/deliveries/fees", use: showDeliveryFees)
        router.post("/deliveries/fees", use: actOnDeliveryFees)
        router.get("/deliveries/gifts", use: showDeliveryGifts)
        router.get("/deliveries/gifts.csv", use: downloadDeliveryGifts)
        router.get("/deliveries/:code", use: showDelivery)
        router.post("/deliveries/:code", use: actOnDelivery)
        router.get("/deliveries/:code/proof/:file", use: openDeliveryPicture)
        router.post("/track/delivery", use: askDelivery)
    }

    private func showDeliveries(
        _ request: Request, _ context: Site.Context
    ) async throws -> Response {
        let viewer = try requireViewer(context)
        let asked = try asked(by: request)
        let standing = Deliveries.Standing(rawValue: asked["standing"]) ?? .requested
        let list = try await desk.read {
            try $0.deliveries(
                ofOffice: asked.stated("office"), standing, after: asked.stated("after"),
                for: viewer)
        }
        return try answer(list, to: request, context) {
            DeliveryListView(list: $0, frame: $1).html
        }
    }

    private func showDelivery(
        _ request: Request, _ context: Site.Context
    ) async throws -> Response {
        let sheet = try await deliverySheet(context)
        return try answer(sheet, to: request, context) {
            DeliverySheetView(sheet: $0, frame: $1).html
        }
    }

    /// The look at where to is noted before it is shown.
    private func deliverySheet(_ context: Site.Context) async throws -> Deliveries.Sheet {
        let viewer = try requireViewer(context)
        let code = context.parameters.get("code") ?? ""
        let now = officeNow
        let sheet = try await desk.read { try $0.deliverySheet(of: code, for: viewer, at: now) }
        if sheet.recipient != nil || sheet.proposal != nil {
            try await desk.note(
                Reads.Look(subject: code, person: viewer.person, paper: .delivery), at: now)
        }
        return sheet
    }

    /// 303 back to the delivery, or the page again with the refusal.
    private func actOnDelivery(
        _ request: Request, _ context: Site.Context
    ) async throws -> Response {
        let viewer = try requireViewer(context)
        let code = context.parameters.get("code") ?? ""
        let (sent, owner) = try await deliveryForm(of: request, context, code, viewer)
        do {
            let answer = try await perform(sent, files: owner.subject, on: code, by: viewer)
            await discard(owner)
            if Site.wantsJSON(request) { return try Site.json(answer) }
            return Site.redirect(to: Deliveries.address(of: code).text)
        } catch let refusal as Deliveries.Rejection {
            await discard(owner)
            if Site.wantsJSON(request) || refusal.isNotFound {
                return try refuse(refusal.cause, to: request, context)
            }
            let view = DeliverySheetView(
                sheet: try await deliverySheet(context), frame: frame(request, context),
                entered: sent.form, refusal: refusal)
            return Site.page(view.html, status: refusal.pageStatus)
        } catch {
            await discard(owner)
            throw error
        }
    }

    private func perform(
        _ sent: Attachments.Sent, files: String, on code: String, by viewer: Viewer
    ) async throws -> DeskAnswer {
        if let refusal = sent.refusal {
            throw Deliveries.Rejection.fileRefused(field: sent.input, refusal)
        }
        let act = try Deliveries.act(of: sent.form, files: sent.digests.isEmpty ? "" : files)
        let answer = try await desk.perform(
            .deliveries(.order(code, act)), by: viewer.actor, at: clock.now,
            key: sent.form.commandKey, fingerprint: sent.fingerprint(for: "\(code)/delivery"))
        try await checkCode(act, of: code)
        return answer
    }

    /// A wrong code is written down, so the command was done; but nothing was handed over.
    private func checkCode(_ act: Deliveries.Act, of code: String) async throws {
        guard case .handOver(let handing) = act, !handing.code.isEmpty,
            let delivery = try await desk.read({ try $0.toldDelivery(code)?.state }),
            delivery.standing != .delivered
        else { return }
        if delivery.isCodeLocked { throw Deliveries.Rejection.codeLocked }
        throw Deliveries.Rejection.codeWrong(
            left: Deliveries.mistakesMaximum - delivery.mistakes)
    }
}
