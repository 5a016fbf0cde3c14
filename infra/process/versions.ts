import { collaborationV1 } from './v1/document.js';
import { collaborationV2 } from './v2/document.js';
import type { ProcessDocument } from '#domain/process/core.js';

/** Every version that cases may be pinned to, oldest first. */
export const processVersions: readonly ProcessDocument[] = [collaborationV1, collaborationV2];

/** New cases are pinned to this version. */
export const newestProcess: ProcessDocument = collaborationV2;
