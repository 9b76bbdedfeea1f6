#!/usr/bin/env python3
"""Checks the proof of a dossier without the program that wrote it; the standard library is enough.

    python3 verify_proof.py FILE [PUBLIC_KEY]

PUBLIC_KEY is 64 hexadecimal digits, or a file that holds them, got from the office by another way than
FILE. Ends with 0 when all holds, else with 1. The form of FILE stands in docs/guides/integrity.md."""
import hashlib, io, json, os, re, sys
from datetime import datetime, timedelta, timezone

class Flaw(Exception): pass
def need(holds, vi, en):
    if not holds: raise Flaw(f"SAI: {vi}\nWRONG: {en}")

# Ed25519 as RFC 8032 tells it in section 5.1.
P, Q = 2**255 - 19, 2**252 + 27742317777372353535851937790883648493
D, ROOT = -121665 * pow(121666, -1, P) % P, pow(2, (P - 1) // 4, P)
def point(raw):
    sign, y = raw[31] >> 7, int.from_bytes(raw, "little") & (2**255 - 1)
    square = (y * y - 1) * pow(D * y * y + 1, -1, P) % P
    x = pow(square, (P + 3) // 8, P)
    if (x * x - square) % P: x = x * ROOT % P
    need(y < P and (x * x - square) % P == 0 and (x or not sign), "khóa hoặc chữ ký sai", "no key or signature")
    return (P - x if x % 2 != sign else x), y
def add(a, b):
    t = D * a[0] * b[0] * a[1] * b[1] % P
    x, y = a[0] * b[1] + a[1] * b[0], a[1] * b[1] + a[0] * b[0]
    return x * pow(1 + t, -1, P) % P, y * pow(1 - t, -1, P) % P
def times(n, p):
    result = (0, 1)
    for bit in f"{n:b}": result = add(add(result, result), p if bit == "1" else (0, 1))
    return result
def is_signed(key, message, signature):
    s, base = int.from_bytes(signature[32:], "little"), point((4 * pow(5, -1, P) % P).to_bytes(32, "little"))
    h = int.from_bytes(hashlib.sha512(signature[:32] + key + message).digest(), "little") % Q
    return s < Q and times(s, base) == add(point(signature[:32]), times(h, point(key)))

# The bytes under the digests: unsigned and signed numbers, texts.
def num(n): return bytes([n]) if n < 128 else bytes([n & 127 | 128]) + num(n >> 7)
def zig(n): return num((n << 1 ^ n >> 63) & (2**64 - 1))
def text(s): return num(len(s.encode())) + s.encode()
def sha(*parts): return hashlib.sha256(b"".join(parts)).digest()

def content(data, shown):
    """What an entry says. Personal values stand as they are shown, if they fit, or as their digest."""
    stream, used = io.BytesIO(data), set()
    def take(n):
        part = stream.read(n)
        need(len(part) == n, "nội dung bị cắt", "a payload is cut")
        return part
    def count():
        byte = take(1)[0]
        return byte if byte < 128 else byte & 127 | count() << 7
    def integer(n): return n >> 1 ^ -(n & 1)
    def word(): return take(count()).decode()
    def fields(): return {word(): value() for _ in range(count())}
    def personal():
        name, digest = word(), take(32)
        if name not in shown: return f"[không xuất / not shown: {digest.hex()}]"
        used.add(name)
        salt, plain = shown[name]
        need(sha(num(len(salt)), salt, text(plain)) == digest, f"thông tin cá nhân {name} không phải bản đã ghi",
             f"personal value {name} is not the one that was written")
        return plain
    kinds = [lambda: False, lambda: True, lambda: integer(count()), word, lambda: take(count()).hex(),
             lambda: [value() for _ in range(count())], fields, personal]
    def value(): return kinds[take(1)[0]]()
    need(take(1) == b"\x01", "dạng nội dung lạ", "unknown form of a payload")
    result = fields()
    need(not stream.read() and used == set(shown), "có nội dung thừa", "something is left over")
    return result

# What stands in the file: exactly these names, each of its kind, digests as lower-case digits.
def shape(thing, **kinds):
    need(type(thing) is dict and set(thing) == set(kinds) and all(type(thing[k]) in kinds[k] for k in kinds),
         f"thiếu, thừa hoặc sai loại trong {list(kinds)}", "a name is missing, too many, or of another kind")
def raw(digits, length=None):
    data = bytes.fromhex(digits)
    need(data.hex() == digits and length in (None, len(data)), f"“{digits}” không phải dấu băm", "no digest")
    return data
def once(pairs):
    need(len(dict(pairs)) == len(pairs), "một tên đứng hai lần", "a name stands twice")
    return dict(pairs)
def moment(ms): return datetime.fromtimestamp(ms / 1000, timezone(timedelta(hours=7))).isoformat()
S, N, L = (str,), (int,), (list,)

def check_entries(stream, entries):
    before, told = bytes(32), []
    for number, e in enumerate(entries, 1):
        shape(e, sequence=N, version=N, type=S, at=N, actor=S, onBehalfOf=(str, type(None)), unit=S, payload=S,
              previousHash=S, hash=S, personal=L)
        payload, other = raw(e["payload"]), e["onBehalfOf"]
        digest = sha(b"\x01", num(e["sequence"]), text(stream), num(e["version"]), text(e["type"]), zig(e["at"]),
                     text(e["actor"]), b"\x00" if other is None else b"\x01" + text(other), text(e["unit"]),
                     num(len(payload)), payload, before)
        need(e["version"] == number and raw(e["previousHash"]) == before and raw(e["hash"]) == digest,
             f"bước ghi {number} không còn như đã ghi", f"entry {number} is not as it was written")
        for v in e["personal"]: shape(v, id=S, salt=S, value=S)
        told.append(content(payload, once([(v["id"], (raw(v["salt"]), v["value"])) for v in e["personal"]])))
        before = digest
    need(told, "không có bước ghi nào", "there is no entry")
    return told

def check_checkpoints(proof, last):
    root = sha(b"\x00", text(proof["stream"]), num(last["version"]), raw(last["hash"], 32))
    for step in proof["path"]:
        shape(step, side=S, hash=S)
        need(step["side"] in ("left", "right"), "đường dẫn sai", "the path is wrong")
        pair = (raw(step["hash"], 32), root) if step["side"] == "left" else (root, raw(step["hash"], 32))
        root = sha(b"\x01", *pair)
    link, final = None, len(proof["checkpoints"]) - 1
    need(final >= 0, "không có điểm kiểm tra", "there is no checkpoint")
    for index, c in enumerate(proof["checkpoints"]):
        shape(c, checkpoint=N, at=N, sequence=N, entryCount=N, streamCount=N, root=S, previousDigest=S, digest=S,
              **(dict(signature=S, signatureKey=S) if index == final else {}))
        numbers = [num(c[k]) for k in ("sequence", "entryCount", "streamCount")]
        digest = sha(b"\x02", num(c["checkpoint"]), zig(c["at"]), *numbers, raw(c["root"], 32),
                     raw(c["previousDigest"], 32))
        covers = raw(c["previousDigest"]) == link if index else raw(c["root"]) == root
        need(covers and last["sequence"] <= c["sequence"] and raw(c["digest"]) == digest,
             f"điểm kiểm tra {c['checkpoint']} không chốt hồ sơ này",
             f"checkpoint {c['checkpoint']} does not cover this dossier")
        link = digest
    need(is_signed(raw(c["signatureKey"], 32), b"roviec checkpoint v1\n" + link, raw(c["signature"], 64)),
         "chữ ký không đúng", "the signature is wrong")
    return c

def main(path, known=None):
    with open(path, encoding="utf-8") as file: proof = json.load(file, object_pairs_hook=once)
    shape(proof, format=S, stream=S, path=L, checkpoints=L, entries=L)
    need(proof["format"] == "roviec proof v1", "không phải tệp bằng chứng", "this is no proof")
    stream, entries = proof["stream"], proof["entries"]
    told = check_entries(stream, entries)
    signed = check_checkpoints(proof, entries[-1])
    key, at = signed["signatureKey"], moment(signed["at"])
    if known and os.path.isfile(known):
        with open(known, encoding="utf-8") as file: known = file.read()
    need(known is None or key in re.findall(r"\b[0-9a-f]{64}\b", known), f"ký bằng khóa lạ {key}", "a foreign key")
    for e, what in zip(entries, told):
        person = e["actor"] + (f" (thay / for {e['onBehalfOf']})" if e["onBehalfOf"] else "")
        print(e["version"], moment(e["at"]), e["type"], person, e["unit"], json.dumps(what, ensure_ascii=False))
    print(f"ĐÚNG: {len(told)} bước ghi của {stream} còn nguyên như khi ký lúc {at}.")
    print(f"HOLDS: {len(told)} entries of {stream} stand as they were signed at {at}.")
    print(f"Khóa / key: {key}, mã / id: {sha(raw(key)).hex()[:16]}")
    if known is None: print("Hãy so khóa với khóa cơ quan công bố.\nCompare the key with the published one.")

if __name__ == "__main__":
    try:
        need(len(sys.argv) in (2, 3), "cách dùng: verify_proof.py TỆP [KHÓA]", "usage: verify_proof.py FILE [KEY]")
        main(*sys.argv[1:])
    except Flaw as flaw: sys.exit(str(flaw))
    except (OSError, ValueError, LookupError, TypeError, RecursionError, OverflowError) as error:
        sys.exit(f"SAI: không đọc được như một bằng chứng ({error}).\nWRONG: the file does not read as a proof.")
