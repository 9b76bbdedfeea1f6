// How a tag becomes bytes. Names come from literals of this module alone.

extension HTML {
    /// `<name attributes>content</name>`
    init(element name: StaticString, _ attributes: [Attribute], _ content: HTML) {
        var bytes: [UInt8] = []
        withTags(name, attributes) { opening, closing in
            bytes.reserveCapacity(opening.count + content.roughCount + closing.count)
            bytes.append(contentsOf: opening)
            bytes.append(contentOf: content)
            bytes.append(contentsOf: closing)
        }
        self.init(markup: bytes)
    }

    /// `<name attributes>`, for elements that never have content and no closing tag.
    init(void name: StaticString, _ attributes: [Attribute]) {
        var bytes: [UInt8] = []
        withTags(name, attributes) { opening, _ in bytes.append(contentsOf: opening) }
        self.init(markup: bytes)
    }
}

/// Writes the opening and the closing tag into scratch memory and hands both over.
@inline(__always)
private func withTags(
    _ name: StaticString, _ attributes: [Attribute],
    _ use: (UnsafeBufferPointer<UInt8>, UnsafeBufferPointer<UInt8>) -> Void
) {
    let capacity = 2 * name.utf8CodeUnitCount + 5 + attributes.writtenCapacity
    withUnsafeTemporaryAllocation(of: UInt8.self, capacity: capacity) { scratch in
        var cursor = ByteCursor(scratch)
        cursor.write(0x3C)
        cursor.write(name)
        cursor.write(attributes)
        cursor.write(0x3E)
        let end = cursor.count
        cursor.write(0x3C)
        cursor.write(0x2F)
        cursor.write(name)
        cursor.write(0x3E)
        use(
            UnsafeBufferPointer(rebasing: cursor.written[..<end]),
            UnsafeBufferPointer(rebasing: cursor.written[end...]))
    }
}

extension [Attribute] {
    /// The attributes as markup, each with a space before it.
    func written() -> String {
        withUnsafeTemporaryAllocation(of: UInt8.self, capacity: writtenCapacity) { scratch in
            var cursor = ByteCursor(scratch)
            cursor.write(self)
            return String(decoding: cursor.written, as: UTF8.self)
        }
    }

    /// Room that is enough for the attributes: name, space, prefix, equals sign, quotes, and a text
    /// in which no byte grows to more than six.
    fileprivate var writtenCapacity: Int {
        var capacity = 0
        for index in indices {
            let name = self[index].name.utf8CodeUnitCount
            switch self[index].kind {
            case .nothing: break
            case .flag: capacity += name + 1
            case .text, .data, .aria: capacity += name + 9 + 6 * self[index].text.utf8.count
            case .written: capacity += self[index].text.utf8.count
            }
        }
        return capacity
    }
}

extension ByteCursor {
    fileprivate mutating func write(_ attributes: [Attribute]) {
        for index in attributes.indices {
            let name = attributes[index].name
            switch attributes[index].kind {
            case .nothing: break
            case .flag:
                write(0x20)
                write(name)
            case .text:
                write(0x20)
                write(name, attributes[index].text)
            case .data:
                write(" data-")
                write(name, attributes[index].text)
            case .aria:
                write(" aria-")
                write(name, attributes[index].text)
            case .written: write(attributes[index].text)
            }
        }
    }

    /// `name="text"`
    private mutating func write(_ name: StaticString, _ text: String) {
        write(name)
        write(0x3D)
        write(0x22)
        forEachEscapedRun(of: text) { write($0) }
        write(0x22)
    }

    private mutating func write(_ markup: String) {
        var markup = markup
        markup.withUTF8 { write($0) }
    }
}
