import { collaboration } from './collaboration/document.js';
import type { ProcessDocument } from '#domain/process/core.js';

/** Every version that cases may be pinned to, oldest first. */
export const processVersions: readonly ProcessDocument[] = [collaboration];

/** What a case opened now is pinned to. */
export const newestProcess: ProcessDocument = collaboration;
