import { toASCII, toUnicode } from 'tr46';

/** RFC 5322 `atext`, and the letters, marks and digits of all scripts (RFC 6531). */
const ATOM = String.raw`[A-Za-z0-9!#$%&'*+/=?^_\x60{|}~\p{L}\p{N}-][A-Za-z0-9!#$%&'*+/=?^_\x60{|}~\p{L}\p{M}\p{N}-]*`;
const LOCAL_PART = new RegExp(String.raw`^${ATOM}(?:\.${ATOM})*$`, 'u');
const MAX_LOCAL_BYTES = 64;
const MAX_BYTES = 254;

/**
 * The one form in which an e-mail address is stored, compared and sent to. Undefined for what is no address.
 * 1. Local part: NFC, with A-Z in lower case. No other letter is changed, because only the receiving server knows its case.
 * 2. Domain: IDNA ToASCII (UTS 46), so `måltid.no` and `xn--mltid-mra.no` are one. Two labels at least, the last no number.
 * 3. Letters that become Latin ones when case or compatibility is folded (`ﬁ`, `İ`, `ı`, `ſ`, fullwidth, the Kelvin sign) are
 *    refused on both sides: with them `kari@fİrma.no` would be taken for `kari@firma.no`.
 */
export function canonicalEmail(text: string): string | undefined {
  const trimmed = text.trim();
  const at = trimmed.lastIndexOf('@');
  if (at < 1 || foldsToLatin(trimmed)) return undefined;
  const local = trimmed
    .slice(0, at)
    .normalize('NFC')
    .replace(/[A-Z]+/g, (letters) => letters.toLowerCase());
  const domain = canonicalDomain(trimmed.slice(at + 1));
  if (domain === undefined || !LOCAL_PART.test(local) || byteLength(local) > MAX_LOCAL_BYTES) return undefined;
  const address = `${local}@${domain}`;
  return byteLength(address) > MAX_BYTES ? undefined : address;
}

/** The canonical address, and as people write it when its domain has letters outside ASCII. */
export function emailSpellings(canonical: string): readonly string[] {
  const at = canonical.lastIndexOf('@');
  const { domain } = toUnicode(canonical.slice(at + 1));
  return [...new Set([canonical, `${canonical.slice(0, at)}@${domain}`])];
}

/** A subject claim of an issuer in the form in which it is compared. What has an @ and is no address is never folded. */
export function canonicalClaim(claim: string): string {
  const trimmed = claim.trim();
  return canonicalEmail(trimmed) ?? (trimmed.includes('@') ? trimmed : trimmed.normalize('NFC'));
}

function canonicalDomain(text: string): string | undefined {
  const ascii = PLAIN_DOMAIN.test(text) ? text.toLowerCase() : toASCII(text, { ...STRICT, verifyDNSLength: true });
  if (ascii === null || ascii.length > MAX_DOMAIN_LENGTH) return undefined;
  const labels = ascii.split('.');
  if (labels.length < 2 || !labels.every((label) => LABEL.test(label))) return undefined;
  return /^[a-z][a-z0-9-]+$/.test(labels.at(-1) ?? '') ? ascii : undefined;
}

/** Most domains: letters of ASCII and no label in punycode, which takes a library to check. */
const PLAIN_DOMAIN = /^(?!.*xn--)[a-z0-9.-]+$/i;
const MAX_DOMAIN_LENGTH = 253;
const LABEL = /^(?!-)[a-z0-9-]{1,63}(?<!-)$/;
const STRICT = { checkBidi: true, checkJoiners: true, useSTD3ASCIIRules: true, transitionalProcessing: false };

const ASCII = /[!-~]/;

/** `ı` and `ſ` are caught by their capitals, I and S. `ß` has two, and is a letter of its own in addresses. */
const foldsToLatin = (text: string): boolean =>
  [...text]
    .filter((letter) => letter > '\x7f')
    .some(
      (letter) =>
        ASCII.test(letter.normalize('NFKC').toLowerCase().normalize('NFC')) || /^[A-Z]$/.test(letter.toUpperCase()),
    );

const byteLength = (text: string): number => new TextEncoder().encode(text).length;
