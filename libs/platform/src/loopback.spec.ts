import { expect, it } from '@jest/globals';
import { isForThisMachine } from './loopback.js';

it.each([
  ['127.0.0.1', true],
  ['127.0.0.1:3000', true],
  ['localhost:80', true],
  ['[::1]:3000', true],
  ['stafett.example:3000', true],
  ['evil.example', false],
  ['127.0.0.1.evil.example', false],
  ['localhost.evil.example:3000', false],
  ['0.0.0.0', false],
  ['', false],
  [undefined, false],
])('a request for %s is answered by the demonstration: %s', (host, isAnswered) => {
  expect(isForThisMachine(host, 'http://stafett.example:3000')).toBe(isAnswered);
});
