import { crc32, deflateSync } from 'node:zlib';

const WIDTH = 640;
const HEIGHT = 420;
const SIGNATURE = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
const BITS = 8;
const TRUE_COLOUR = 2;

type Colour = readonly [red: number, green: number, blue: number];

/** A room with a window and a table, as a PNG of a few kilobytes: what a photo of a story looks like. */
export function samplePhoto(): Buffer {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(WIDTH, 0);
  header.writeUInt32BE(HEIGHT, 4);
  header.set([BITS, TRUE_COLOUR], 8);
  const rows = Array.from({ length: HEIGHT }, (_, y) =>
    Buffer.from([0, ...Array.from({ length: WIDTH }, (_column, x) => colourAt(x, y)).flat()]),
  );
  return Buffer.concat([
    SIGNATURE,
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(Buffer.concat(rows))),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

function colourAt(x: number, y: number): Colour {
  const inWindow = x > 90 && x < 330 && y > 60 && y < 230;
  const isFrame = Math.abs(x - 210) < 5 || Math.abs(y - 145) < 5;
  if (inWindow) return isFrame ? [245, 245, 240] : [150, 195 + Math.floor(y / 8), 235];
  if ((x - 470) ** 2 + (y - 90) ** 2 < 1_600) return [250, 205, 110];
  if (y > 255 && y < 285 && x > 120 && x < 540) return [140, 95, 60];
  if (y >= 285 && y < 390 && (Math.abs(x - 160) < 10 || Math.abs(x - 500) < 10)) return [120, 80, 50];
  return y < 320 ? [225, 215 - Math.floor(y / 20), 195] : [170, 145, 115];
}

function chunk(type: string, content: Buffer): Buffer {
  const named = Buffer.concat([Buffer.from(type, 'latin1'), content]);
  const [length, checksum] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(content.length);
  checksum.writeUInt32BE(crc32(named));
  return Buffer.concat([length, named, checksum]);
}
