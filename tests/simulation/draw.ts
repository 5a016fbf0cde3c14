/** A number from 0 up to 1 that depends on the key alone, so that one draw more changes no other. */
export type Draw = (...key: readonly (string | number)[]) => number;

/** @param seed  the same seed draws the same numbers in every run. */
export function drawsFrom(seed: string | number): Draw {
  return (...key) => {
    let hash = 2_166_136_261;
    for (const character of `${seed}/${key.join('/')}`)
      hash = Math.imul(hash ^ (character.codePointAt(0) ?? 0), 16_777_619);
    hash = Math.imul(hash ^ (hash >>> 16), 0x85eb_ca6b);
    hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2_ae35);
    return ((hash ^ (hash >>> 16)) >>> 0) / 2 ** 32;
  };
}

/** A whole number from `least` to `most`, both included. */
export function wholeBetween(drawn: number, least: number, most: number): number {
  return least + Math.floor(drawn * (most - least + 1));
}

export function oneOf<T>(drawn: number, choices: readonly T[]): T {
  const chosen = choices[Math.floor(drawn * choices.length)];
  if (chosen === undefined) throw new Error('nothing to choose from');
  return chosen;
}

/** One of the names, each with its share of the draws. */
export function byShare<T extends string>(drawn: number, shares: Readonly<Record<T, number>>): T {
  const entries = Object.entries(shares) as [T, number][];
  const total = entries.reduce((sum, [, share]) => sum + share, 0);
  let left = drawn * total;
  for (const [name, share] of entries) {
    left -= share;
    if (left < 0) return name;
  }
  return entries.at(-1)?.[0] as T;
}
