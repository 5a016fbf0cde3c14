import { expect, it } from '@jest/globals';
import { amountText } from '#api/cases/commands/handover-package.js';

it.each([
  [900, '900\u00a0kroner', 'NOK\u00a0900'],
  [62_000, '62\u00a0000\u00a0kroner', 'NOK\u00a062,000'],
  [1_250_000, '1\u00a0250\u00a0000\u00a0kroner', 'NOK\u00a01,250,000'],
])('%d in a handover is read with its thousands apart and in one line', (amount, nb, en) => {
  expect(amountText(amount)).toEqual({ nb, en });
});
