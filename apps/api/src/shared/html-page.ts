import type { Language } from '#platform/language.js';

/** Header of a page. Forbids scripts, framing, and all resources but our style; forms may only be sent to this server. */
export const CONTENT_SECURITY_POLICY =
  "default-src 'none'; style-src 'self'; object-src 'none'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

/** Title and body are inserted as HTML; the caller escapes text that people wrote. */
export function htmlPage(title: string, body: string, language: Language = 'nb'): string {
  return `<!doctype html>
<html lang="${language}">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>${title}</title><link rel="stylesheet" href="/assets/plain-1.css"></head>
<body><main><h1>${title}</h1>${body}</main></body>
</html>
`;
}
