import { Inflate } from 'fflate';

export interface ZipEntry {
  readonly name: string;
  readonly method: number;
  readonly packed: number;
  readonly unpacked: number;
  /** Of its own header. */
  readonly offset: number;
}

const END_OF_DIRECTORY = 0x06054b50;
const DIRECTORY_ENTRY = 0x02014b50;
const LONG = 0xffffffff;

/** What is in a zip file, by its own directory at the end; undefined where there is none. */
export function zipEntries(bytes: Uint8Array): ZipEntry[] | undefined {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let end = bytes.length - 22;
  const lowest = Math.max(0, end - 65_535);
  while (end >= lowest && view.getUint32(end, true) !== END_OF_DIRECTORY) end--;
  if (end < lowest || end < 0) return undefined;
  const entries: ZipEntry[] = [];
  let at = view.getUint32(end + 16, true);
  for (let count = view.getUint16(end + 10, true); count > 0; count--) {
    if (at + 46 > bytes.length || view.getUint32(at, true) !== DIRECTORY_ENTRY) return undefined;
    const [nameLength, extraLength] = [view.getUint16(at + 28, true), view.getUint16(at + 30, true)];
    const name = new TextDecoder().decode(bytes.subarray(at + 46, at + 46 + nameLength));
    const long = longSizes(view, at + 46 + nameLength, extraLength);
    const sizeAt = (offset: number): number => {
      const size = view.getUint32(at + offset, true);
      return size === LONG ? (long.shift() ?? size) : size;
    };
    // In the order in which the long sizes stand.
    const unpacked = sizeAt(24);
    const packed = sizeAt(20);
    const offset = sizeAt(42);
    entries.push({ name, method: view.getUint16(at + 10, true), packed, unpacked, offset });
    at += 46 + nameLength + extraLength + view.getUint16(at + 32, true);
  }
  return entries;
}

/** Some writers give every size as a long one. */
function longSizes(view: DataView, from: number, length: number): number[] {
  for (let at = from; at + 4 <= from + length; ) {
    const size = view.getUint16(at + 2, true);
    if (view.getUint16(at, true) === 1) {
      return Array.from({ length: Math.floor(size / 8) }, (_, index) =>
        Number(view.getBigUint64(at + 4 + index * 8, true)),
      );
    }
    at += 4 + size;
  }
  return [];
}

const CHUNK = 65_536;

/**
 * An entry's bytes in pieces, so that a large one is never there as a whole; a piece that is more than its directory
 * says is an error.
 */
export function* unfolded(bytes: Uint8Array, entry: ZipEntry): Generator<Uint8Array> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const start = entry.offset + 30 + view.getUint16(entry.offset + 26, true) + view.getUint16(entry.offset + 28, true);
  const packed = bytes.subarray(start, start + entry.packed);
  if (packed.length < entry.packed) throw new RangeError(`${entry.name} is cut off`);
  const pieces: Uint8Array[] = [];
  let size = 0;
  const inflate = new Inflate(piece => {
    size += piece.length;
    if (size > entry.unpacked) throw new RangeError(`${entry.name} is longer than it says`);
    pieces.push(piece);
  });
  for (let at = 0; at < packed.length; at += CHUNK) {
    const piece = packed.subarray(at, at + CHUNK);
    if (entry.method === 0) yield piece;
    else {
      inflate.push(piece, at + CHUNK >= packed.length);
      yield* pieces.splice(0);
    }
  }
}
