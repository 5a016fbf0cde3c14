import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { filesUnder } from '../../infra/bootstrap/files.mjs';
import { projectRoot } from './import-violations.js';

/** What no program that answers requests does: a line with its pattern, and an example that must be found. */
const DANGEROUS: readonly (readonly [string, RegExp, string])[] = [
  ['runs text as code', /\beval\(|new Function\(|node:vm/, `eval(body.rule)`],
  ['starts a program', /node:child_process|\bexecSync\(|\bspawn\(/, `import { exec } from 'node:child_process'`],
  ['draws random values that can be guessed', /Math\.random\(/, `const token = Math.random()`],
  ['hashes with what is broken', /create(?:Hash|Hmac)\(\s*['"](?:md5|sha-?1|rmd160)/i, `createHash('md5')`],
  ['encrypts by a primitive of its own', /create(?:C|Dec)ipher(?:iv)?\(/, `createCipheriv('aes-256-ecb', key, null)`],
  ['believes any certificate', /rejectUnauthorized:\s*false|NODE_TLS_REJECT/, `{ rejectUnauthorized: false }`],
  [
    'reads XML or YAML, or takes objects out of bytes',
    /['"]@?[\w/-]*\bxml[\w-]*['"]|node:v8|js-yaml/,
    `import { parse } from 'xml2js'`,
  ],
  ['writes markup into a page of a browser', /\.innerHTML|dangerouslySet|document\.write/, `div.innerHTML = name`],
  ['answers other origins', /access-control-allow|enableCors/i, `app.enableCors()`],
  ['reads HTTP loosely', /insecureHTTPParser/, `createServer({ insecureHTTPParser: true })`],
  ['serves files of a folder', /express\.static|useStaticAssets|serve-static|sendFile\(/, `app.useStaticAssets('.')`],
];

const SERVING = ['apps/api', 'apps/worker', 'libs', 'workflows'];
const sources = filesUnder(projectRoot, SERVING).filter((file) => /\.ts$/.test(file) && !file.endsWith('.spec.ts'));

/** Lines of code, not of comments. */
const faultsIn = (text: string, pattern: RegExp): readonly string[] =>
  text.split('\n').filter((line) => pattern.test(line) && !/^\s*(?:\/\/|\*|\/\*\*)/.test(line));

describe('a program that answers requests', () => {
  it('is read whole', () => {
    expect(sources.length).toBeGreaterThan(400);
  });

  it.each(DANGEROUS)('never %s', (_what, pattern, example) => {
    expect(faultsIn(example, pattern)).toEqual([example]);
    const found = sources.filter(
      (file) => faultsIn(readFileSync(path.join(projectRoot, file), 'utf8'), pattern).length > 0,
    );
    expect(found).toEqual([]);
  });
});
