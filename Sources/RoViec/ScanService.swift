// Shows files to the scanner while the server runs, beside the rounds: a slow scanner keeps no time
// from coming.

import Logging
import Office
import ServiceLifecycle
import VirusScan

struct ScanService: Service {
    let house: Site.House
    let scanner: VirusScanner
    let logger: Logger
    /// Between two passes over what waits.
    static let pause = Duration.seconds(5)

    func run() async throws {
        await cancelWhenGracefulShutdown {
            while !Task.isCancelled {
                await scan()
                try? await Task.sleep(for: Self.pause)
            }
        }
    }

    /// A pass that fails is an incident of its own: what was claimed is free again after a while.
    private func scan() async {
        do {
            let scanner = scanner
            let scanned = try await house.scanAttachments { piece in
                Attachments.Opinion(await scanner.scan(piece: piece))
            }
            for failure in scanned.failures { logger.error("scan: \(failure)") }
        } catch is CancellationError {
            // The server stops: what is left is for the next start.
        } catch {
            logger.error("scan: \(String(reflecting: error))")
        }
    }
}

extension Attachments.Opinion {
    init(_ outcome: VirusScanOutcome) {
        self =
            switch outcome {
            case .clean: .clean
            case .infected(let name): .infected(name)
            case .failed(let reason): .failed(reason)
            case .unreachable(let reason): .unreachable(reason)
            }
    }
}
