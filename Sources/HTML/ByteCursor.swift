// Writes an opening tag into scratch memory, so that a tag grows no array while it is put together.

/// A place in reserved memory that moves on as bytes are written. It is checked on every write, so
/// that a wrong estimate stops the program instead of writing beside the room.
struct ByteCursor {
    private let room: UnsafeMutableBufferPointer<UInt8>
    private(set) var count = 0

    init(_ room: UnsafeMutableBufferPointer<UInt8>) {
        self.room = room
    }

    /// What has been written so far; valid as long as the room is.
    var written: UnsafeBufferPointer<UInt8> {
        UnsafeBufferPointer(rebasing: room[..<count])
    }

    @inline(__always)
    mutating func write(_ source: UnsafeBufferPointer<UInt8>) {
        precondition(source.count <= room.count - count, "reserved too little room for a tag")
        for index in source.indices { room[count + index] = source[index] }
        count += source.count
    }

    @inline(__always)
    mutating func write(_ byte: UInt8) {
        precondition(count < room.count, "reserved too little room for a tag")
        room[count] = byte
        count += 1
    }

    @inline(__always)
    mutating func write(_ literal: StaticString) {
        literal.withUTF8Buffer { write($0) }
    }
}
