// Every address of the site, one line each.

import HTTPTypes
import Hummingbird
import Ledger
import Logging
import NIOCore
import WorkTime

extension Site.House {
    /// The router with all addresses and what stands in front of them.
    public func router() -> Router<Site.Context> {
        let router = Router(context: Site.Context.self)
        router.add(middleware: ClosingMiddleware())
        router.add(middleware: HeaderMiddleware())
        // Twice: the inner one knows the viewer, so a refusal keeps the menu and the way back; the
        // outer one answers for the viewer's own reading.
        router.add(middleware: RefusalMiddleware(house: self))
        router.add(middleware: ViewerMiddleware(house: self))
        router.add(middleware: RefusalMiddleware(house: self))
        router.add(middleware: LengthMiddleware(files: attachments.limits.requestBytes))
        router.get("/health") { _, _ in "ok\n" }
        router.get("/assets/:digest/:name", use: asset)
        router.get("/language/:language", use: setLanguage)
        router.get("/sign-in", use: showSignIn)
        router.post("/sign-in", use: signIn)
        router.post("/sign-out", use: signOut)
        addWorkRoutes(to: router)
        addDaySheetRoutes(to: router)
        addProcessRoutes(to: router)
        addReportRoutes(to: router)
        addOrganisationRoutes(to: router)
        addHouseRoutes(to: router)
        addCalendarRoutes(to: router)
        addTokenRoutes(to: router)
        addNoticeRoutes(to: router)
        addCounterRoutes(to: router)
        addDossierRoutes(to: router)
        addApologyRoutes(to: router)
        addReadRoutes(to: router)
        addRegisterRoutes(to: router)
        addReadBookRoutes(to: router)
        addProcedureRoutes(to: router)
        addFormRoutes(to: router)
        addFilingRoutes(to: router)
        addTrackingRoutes(to: router)
        addRatingRoutes(to: router)
        addPaymentRoutes(to: router)
        addPaperRoutes(to: router)
        addSigningRoutes(to: router)
        addDeliveryRoutes(to: router)
        addPetitionRoutes(to: router)
        addMetricRoutes(to: router)
        addQueueRoutes(to: router)
        addHandoverRoutes(to: router)
        addPrivacyRoutes(to: router)
        addAttachmentRoutes(to: router)
        addLatenessRoutes(to: router)
        addOutageRoutes(to: router)
        addDelegationRoutes(to: router)
        addPaperRegimeRoutes(to: router)
        addContactRoutes(to: router)
        addPrefillRoutes(to: router)
        addMessageRoutes(to: router)
        addConsultationRoutes(to: router)
        return router
    }

    private func asset(_ request: Request, _ context: Site.Context) throws -> Response {
        let name = context.parameters.get("name") ?? ""
        guard let asset = assets[name], asset.digest == context.parameters.get("digest") else {
            throw DeskRefusal.unknown(name)
        }
        var headers = HTTPFields()
        headers[.contentType] = asset.type
        headers[.cacheControl] = "public, max-age=31536000, immutable"
        return Response(
            status: .ok, headers: headers,
            body: ResponseBody(byteBuffer: ByteBuffer(bytes: asset.bytes)))
    }

    /// The viewer, or the way to sign in.
    func requireViewer(_ context: Site.Context) throws -> Viewer {
        guard let viewer = context.viewer else { throw Site.SignInNeeded() }
        return viewer
    }
}

extension Site {
    /// The page is for people who have signed in. A browser is led there, a program is told.
    struct SignInNeeded: StatedRefusal {
        var code: String { "site.signInNeeded" }
        var sentence: Bilingual {
            Bilingual(
                vi: "Hãy đăng nhập, hoặc gửi mã truy cập trong Authorization: Bearer.",
                en: "Sign in, or send a token in Authorization: Bearer.")
        }
        var status: HTTPResponse.Status { .unauthorized }
        var headers: HTTPFields { [.wwwAuthenticate: #"Bearer realm="roviec""#] }
    }
}

/// Turns refusals into answers, and what nobody expected into an incident with a number.
struct RefusalMiddleware: RouterMiddleware {
    let house: Site.House

    func handle(
        _ request: Request, context: Site.Context,
        next: (Request, Site.Context) async throws -> Response
    ) async throws -> Response {
        do {
            return try await next(request, context)
        } catch let needed as Site.SignInNeeded {
            if Site.wantsJSON(request) { return try house.refuse(needed, to: request, context) }
            return Site.redirect(to: "/sign-in")
        } catch let refusal as any Refusal {
            return try house.refuse(await house.named(refusal), to: request, context)
        } catch let error as LedgerStoreError where StoreRefusal(error) != nil {
            guard let refusal = StoreRefusal(error) else { throw error }
            context.logger.error("store: \(error.sentence.en)")
            return try await house.refuseForStore(refusal, to: request, context)
        } catch let error as HTTPError {
            if Site.wantsJSON(request) || error.status != .notFound { throw error }
            return try house.refuse(DeskRefusal.unknown(request.uri.path), to: request, context)
        } catch {
            let number = house.desk.sources.token(bytes: 4)
            context.logger.error("incident \(number): \(String(reflecting: error))")
            if Site.wantsJSON(request) {
                return try Site.json(
                    Site.IncidentValue(number: number, texts: house.texts),
                    status: .internalServerError)
            }
            let page = house.frame(request, context).incidentPage(number: number)
            return Site.page(page, status: .internalServerError)
        }
    }
}
