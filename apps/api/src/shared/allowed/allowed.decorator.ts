import { SetMetadata, applyDecorators } from '@nestjs/common';
import { ApiExtension } from '@nestjs/swagger';
import type { ROLES } from '#domain/policy/roles.js';
import type { Label } from '#domain/process/process-document.js';

type Role = (typeof ROLES)[number];

/** What the refusal calls those who may. `self` is the person whose id stands in the address. */
const AUDIENCE_NAMES = {
  staff: { nb: 'ansatte i kommunen', en: 'employees of the municipality' },
  self: { nb: 'personen selv', en: 'the person' },
  leder: { nb: 'leder', en: 'manager' },
  kommunalsjef: { nb: 'kommunalsjef', en: 'director' },
  kommunedirektor: { nb: 'kommunedirektør', en: 'chief executive' },
  personvern: { nb: 'personvernombud', en: 'data protection officer' },
  controller: { nb: 'controller', en: 'controller' },
  admin: { nb: 'administrator', en: 'administrator' },
} as const satisfies Partial<Record<Role | 'staff' | 'self', Label>>;
const SIGNED_IN: Label = { nb: 'innloggede', en: 'people who are signed in' };

/** Who may use a route: everyone who is signed in, staff, the person themselves, or staff with a role. */
export type Audience = 'signed-in' | keyof typeof AUDIENCE_NAMES;

export const ALLOWED_METADATA_KEY = 'stafett:allowed';

/**
 * Lets only these use the route, which `AllowedGuard` checks and the OpenAPI document shows as `x-allowed`. Every route has
 * either this or `@Public()`. What also depends on the case or person asked about is checked behind the route.
 */
export const Allowed = (...audiences: readonly [Audience, ...Audience[]]): MethodDecorator =>
  applyDecorators(SetMetadata(ALLOWED_METADATA_KEY, audiences), ApiExtension('x-allowed', audiences));

/** The refusal's sentence, such as «Bare controller og administrator har adgang hit.» */
export function onlyText(audiences: readonly Audience[]): Label {
  const names = audiences.map((audience) => (audience === 'signed-in' ? SIGNED_IN : AUDIENCE_NAMES[audience]));
  const nb = listed(
    names.map((name) => name.nb),
    'og',
  );
  const en = listed(
    names.map((name) => name.en),
    'and',
  );
  return { nb: `Bare ${nb} har adgang hit.`, en: `Only ${en} may use this.` };
}

function listed(words: readonly string[], and: string): string {
  const last = words.at(-1) ?? '';
  return words.length > 1 ? `${words.slice(0, -1).join(', ')} ${and} ${last}` : last;
}
