import { SetMetadata, applyDecorators } from '@nestjs/common';
import { ApiExtension } from '@nestjs/swagger';
import type { ROLES } from '#domain/policy/roles.js';

type Role = (typeof ROLES)[number];

/** What the refusal calls those who may. `self` is the person whose id stands in the address. */
const AUDIENCE_NAMES = {
  staff: 'ansatte i kommunen',
  self: 'personen selv',
  leder: 'leder',
  kommunalsjef: 'kommunalsjef',
  kommunedirektor: 'kommunedirektør',
  personvern: 'personvernombud',
  controller: 'controller',
  admin: 'administrator',
} as const satisfies Partial<Record<Role | 'staff' | 'self', string>>;

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
export function onlyText(audiences: readonly Audience[]): string {
  const names = audiences.map((audience) => (audience === 'signed-in' ? 'innloggede' : AUDIENCE_NAMES[audience]));
  const last = names.pop() ?? '';
  return `Bare ${names.length > 0 ? `${names.join(', ')} og ${last}` : last} har adgang hit.`;
}
