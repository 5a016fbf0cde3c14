import { deflateRawSync, inflateRawSync } from 'node:zlib';

/** Higher levels gain little and delay the start of a workflow. Synchronous, as a thread hop costs more than deflating. */
const COMPRESSION_LEVEL = 3;
/** How many of the latest large payloads are compared with; the core comes with every start of a run. */
const MOST_INFLATED = 8;

/**
 * Deflates and inflates, and does neither twice for the same bytes: the pinned process is in the input of every run, and
 * takes longer to deflate than everything else that starting one costs us.
 */
export class RememberedBytes {
  private readonly deflatedOf = new WeakMap<Uint8Array, Uint8Array>();
  /** Latest first. */
  private readonly inflatedOf: { readonly deflated: Uint8Array; readonly bytes: Uint8Array }[] = [];

  /** Remembers by the array itself, so its bytes must not change. */
  deflate(bytes: Uint8Array): Uint8Array {
    const deflated = this.deflatedOf.get(bytes) ?? deflateRawSync(bytes, { level: COMPRESSION_LEVEL });
    this.deflatedOf.set(bytes, deflated);
    return deflated;
  }

  /** Remembers by the bytes, as they come from Temporal in a new array each time. */
  inflate(deflated: Uint8Array): Uint8Array {
    const index = this.inflatedOf.findIndex((it) => Buffer.compare(it.deflated, deflated) === 0);
    const [known = { deflated, bytes: inflateRawSync(deflated) }] = index < 0 ? [] : this.inflatedOf.splice(index, 1);
    this.inflatedOf.unshift(known);
    this.inflatedOf.length = Math.min(this.inflatedOf.length, MOST_INFLATED);
    return known.bytes;
  }
}
