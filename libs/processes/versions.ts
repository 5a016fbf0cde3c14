import { collaborationV1 } from './collaboration/document.js';
import { collaborationV2 } from './collaboration/document-v2.js';
import type { ProcessDocument } from '#domain/process/core.js';

/** Every version that cases may be pinned to, oldest first. */
export const processVersions: readonly ProcessDocument[] = [collaborationV1, collaborationV2];

/** What a case opened now is pinned to. */
export const newestProcess: ProcessDocument = collaborationV2;
