import { expect, it } from '@jest/globals';
import { describeBrowser } from './describe-browser.js';

it.each([
  [
    'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 Chrome/140.0 Safari/537.36 Edg/140.0',
    'Edge på Windows',
  ],
  ['Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0', 'Firefox på Linux'],
  [
    'Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) Version/18.0 Mobile/15E148 Safari/604.1',
    'Safari på iPhone',
  ],
  ['curl/8.5.0', 'Ukjent program'],
  [undefined, 'Ukjent program'],
])('%s is %s', (header, words) => expect(describeBrowser(header)).toBe(words));
