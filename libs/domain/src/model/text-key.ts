import type { TextKey } from './case.js';

const KEY = /^text:[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** Whether a value is the key of a text row. */
export const isTextKey = (value: unknown): value is TextKey => typeof value === 'string' && KEY.test(value);
