// Standard input for batches: read in large pieces, answered line by line.

import Foundation
import Office

enum BatchInput {
    static let pieceSize = 1 << 18

    /// Answers all of standard input. Throws exit status 1 when a line was not understood.
    static func run(_ batch: LineBatch) throws {
        var batch = batch
        while let piece = try FileHandle.standardInput.read(upToCount: pieceSize), !piece.isEmpty {
            Output.write(batch.take(piece))
        }
        Output.write(batch.finish())
        if batch.flawCount > 0 { throw CommandEnd.found }
    }
}
