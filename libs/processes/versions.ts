import { collaboration } from './collaboration/document.js';
import type { ProcessDocument } from '#domain/process/process-document.js';

/** Every version that cases may be pinned to, oldest first. */
export const processVersions: readonly ProcessDocument[] = [collaboration];

/** New cases are pinned to this version. */
export const newestProcess: ProcessDocument = collaboration;
