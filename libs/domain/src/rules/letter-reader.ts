import type { Case } from '../model/case.js';

/** Whether the product's letters reach the entrepreneur: she can sign in, or gave an address with the enquiry. */
export const hasLetterReader = ({ entrepreneur, marks }: Case): boolean =>
  entrepreneur !== null || marks.some(({ key }) => key === 'receipt');
