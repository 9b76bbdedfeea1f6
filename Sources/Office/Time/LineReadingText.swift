// Reads a Codable value from one line of JSON and says in both languages why it could not.

import Foundation
import WorkTime

enum LineReading {
    static func value<Value: Decodable>(
        _ type: Value.Type, from line: ArraySlice<UInt8>
    ) throws(LineFlaw) -> Value {
        do {
            return try JSONDecoder().decode(type, from: Data(line))
        } catch let error as DecodingError {
            throw flaw(error)
        } catch {
            throw notJSON
        }
    }

    private static let notJSON = LineFlaw(
        vi: "không phải một đối tượng JSON; hãy viết mỗi dòng một đối tượng {…}.",
        en: "not a JSON object; write one object {…} a line.")

    private static func flaw(_ error: DecodingError) -> LineFlaw {
        switch error {
        case .keyNotFound(let key, let context):
            let place = place(context.codingPath + [key])
            return LineFlaw(vi: "thiếu “\(place)”.", en: "“\(place)” is missing.")
        case .valueNotFound(_, let context):
            if context.codingPath.isEmpty { return notJSON }
            let place = place(context.codingPath)
            return LineFlaw(
                vi: "“\(place)” không được để trống.", en: "“\(place)” may not be null.")
        case .typeMismatch(_, let context), .dataCorrupted(let context):
            if context.codingPath.isEmpty { return notJSON }
            let place = place(context.codingPath)
            return LineFlaw(
                vi: "không hiểu giá trị của “\(place)” (\(context.debugDescription)).",
                en: "the value of “\(place)” is not understood (\(context.debugDescription)).")
        @unknown default: return notJSON
        }
    }

    /// `events[2].at`
    private static func place(_ path: [any CodingKey]) -> String {
        var text = ""
        for key in path {
            if let index = key.intValue {
                text += "[\(index)]"
            } else {
                text += (text.isEmpty ? "" : ".") + key.stringValue
            }
        }
        return text
    }
}

extension KeyedDecodingContainer {
    /// A whole number; a fraction or one that is too large is refused with its place.
    func whole(forKey key: Key) throws -> Int {
        do {
            return try decode(Int.self, forKey: key)
        } catch let error as DecodingError {
            throw error
        } catch {
            // The decoder knows that the number does not fit, but not yet where it stands.
            throw DecodingError.dataCorruptedError(
                forKey: key, in: self, debugDescription: "1, 2, 3…")
        }
    }
}
