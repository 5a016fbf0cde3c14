import { Body, Controller, Delete, Get, Header, HttpCode, Param, Put } from '@nestjs/common';
import type { z } from 'zod';
import { identityBody, identityView } from '#contracts/http/people/person.js';
import { Allowed } from '../shared/allowed/allowed.decorator.js';
import { Answers } from '../shared/answers.decorator.js';
import { Caller } from '../shared/caller/caller.decorator.js';
import type { SignedInCaller } from '../shared/caller/caller.decorator.js';
import { RequiresScope } from '../shared/caller/scope.decorator.js';
import { IdPipe } from '../shared/input/id.pipe.js';
import { IdentityService } from './identity.service.js';

type IdentityView = z.infer<typeof identityView>;

const tag = 'People';

/** Links a person to their identity at the sign-in provider. The link gives access, so only administrators set it. */
@Controller('people/:id/identity')
@RequiresScope('admin')
export class IdentityController {
  constructor(private readonly identities: IdentityService) {}

  /** Tells whether an identity is linked, not which one: only its keyed hash is stored. */
  @Get()
  @Allowed('admin')
  @Header('Cache-Control', 'no-store')
  @Answers({
    tag,
    summary: 'Whether a person can sign in at their provider',
    ok: { 200: identityView },
    refusals: ['forbidden', 'not-found'],
  })
  get(@Param('id', IdPipe) id: string): Promise<IdentityView> {
    return this.identities.find(id);
  }

  /** Replaces any earlier identity. `subject` is the value of the provider's configured claim (`OIDC_SUBJECT_CLAIM`). */
  @Put()
  @Allowed('admin')
  @Header('Cache-Control', 'no-store')
  @Answers({
    tag,
    summary: 'Say who a person is at the provider by which they sign in',
    ok: { 200: identityView },
    refusals: ['forbidden', 'not-found', 'held', 'already-closed'],
  })
  put(
    @Param('id', IdPipe) id: string,
    @Body({ schema: identityBody }) { subject }: z.output<typeof identityBody>,
    @Caller() { user }: SignedInCaller,
  ): Promise<IdentityView> {
    return this.identities.set(id, subject, user.id);
  }

  /** Signs the person out everywhere. They cannot sign in at a provider until a new identity is set. */
  @Delete()
  @Allowed('admin')
  @HttpCode(204)
  @Answers({
    tag,
    summary: 'Take away how a person signs in',
    ok: { 204: null },
    refusals: ['forbidden', 'not-found'],
  })
  delete(@Param('id', IdPipe) id: string, @Caller() { user }: SignedInCaller): Promise<void> {
    return this.identities.remove(id, user.id);
  }
}
