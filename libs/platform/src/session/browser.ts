const BROWSERS: readonly (readonly [RegExp, string])[] = [
  [/\bEdg(e|A|iOS)?\//, 'Edge'],
  [/\bOPR\//, 'Opera'],
  [/\b(Firefox|FxiOS)\//, 'Firefox'],
  [/\b(Chrome|CriOS)\//, 'Chrome'],
  [/\bSafari\//, 'Safari'],
];

const SYSTEMS: readonly (readonly [RegExp, string])[] = [
  [/\bWindows\b/, 'Windows'],
  [/\biPhone\b/, 'iPhone'],
  [/\biPad\b/, 'iPad'],
  [/\bAndroid\b/, 'Android'],
  [/\bMac OS X\b/, 'Mac'],
  [/\bLinux\b/, 'Linux'],
];

/** A few words that let a person know a browser again; nothing of the header itself is kept. */
export function browserOf(userAgent: string | undefined): string {
  const named = (list: typeof BROWSERS): string | undefined => list.find(([mark]) => mark.test(userAgent ?? ''))?.[1];
  const browser = named(BROWSERS) ?? 'Ukjent program';
  const system = named(SYSTEMS);
  return system ? `${browser} på ${system}` : browser;
}
