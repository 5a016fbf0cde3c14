import { createHash } from 'node:crypto';

/** A UUID derived from a name, the same in every installation. Version 8 of RFC 9562 leaves the content to us. */
export function demoId(...name: readonly (string | number)[]): string {
  const hex = createHash('sha256')
    .update(['stafett demo', ...name].join('\n'))
    .digest('hex');
  const variant = ((parseInt(hex.slice(16, 17), 16) & 0x3) | 0x8).toString(16);
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-${variant}${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}
