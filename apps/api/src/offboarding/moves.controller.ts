import { Body, Controller, HttpCode, HttpStatus, Post } from '@nestjs/common';
import type { z } from 'zod';
import { canMoveManyCases } from '#domain/policy/administration.js';
import { movesBody } from '#contracts/http/people.js';
import { movesReport } from '#contracts/http/views/people.js';
import { IdempotencyKey } from '../shared/idempotency-key.decorator.js';
import { Answers } from '../shared/answers.decorator.js';
import { AuthorizationService } from '../people/administration/authorization.service.js';
import { Caller } from '../shared/caller/caller.decorator.js';
import type { SignedInCaller } from '../shared/caller/caller.decorator.js';
import { MovesService } from './moves.service.js';

@Controller('collaborations/moves')
export class MovesController {
  constructor(
    private readonly moves: MovesService,
    private readonly authorization: AuthorizationService,
  ) {}

  /** One line per case, in the requested order. A repeat with the same key continues and moves nothing twice. */
  @Post()
  @HttpCode(HttpStatus.OK)
  @Answers({
    tag: 'Collaborations',
    summary: 'Give many cases to one person',
    ok: { 200: movesReport },
    refusals: ['forbidden', 'unknown-person', 'too-large'],
  })
  async move(
    @Body({ schema: movesBody }) body: z.output<typeof movesBody>,
    @IdempotencyKey() key: string,
    @Caller() caller: SignedInCaller,
  ): Promise<z.infer<typeof movesReport>> {
    await this.authorization.requireThat(caller, canMoveManyCases, 'Bare ledere kan flytte mange saker.');
    return this.moves.move(caller, key, body);
  }
}
