import { decide as today } from '../../../libs/domain/src/case/decide.js';
import { decide as changed } from './decide-changed.js';

/** The change of `decide-changed.ts`, guarded: runs of level 1 decide as they always did. */
export const decide: typeof today = (ctx, ...given) => (ctx.ruleLevel >= 2 ? changed : today)(ctx, ...given);
