import { Injectable } from '@nestjs/common';
import type { CommandRequest } from '#contracts/http/cases/command.js';
import type { StoredCase } from '#store/cases/lists/find-case.js';
import type { SignedInCaller } from '../../shared/caller/caller.decorator.js';
import { commandKey } from '../../shared/idempotency.service.js';
import { tryCommand } from './command-result.js';
import type { CommandResult } from './command-result.js';
import { CommandsService } from './commands.service.js';
import { DryRunService } from './dry-run.service.js';

/** The request that many commands belong to. */
export interface BulkRequest {
  readonly caller: SignedInCaller;
  /** The request's Idempotency-Key. */
  readonly key: string;
  readonly dryRun: boolean;
}

/** `planned`: the case would accept the command, in a dry run. */
export type BulkCommandResult = CommandResult | { readonly outcome: 'planned' };

/** Gives one command to the case. @param parts  tell several commands of one request to the same case apart. */
export type GiveCommand = (body: CommandRequest, ...parts: readonly string[]) => Promise<BulkCommandResult>;

/** Gives the commands of a request about many cases, or in a dry run checks whether the cases would accept them. */
@Injectable()
export class BulkCommandsService {
  constructor(
    private readonly commands: CommandsService,
    private readonly dryRuns: DryRunService,
  ) {}

  /** A repeated request gives its commands the same keys again, so that none of them happens twice. */
  async start(stored: StoredCase, request: BulkRequest): Promise<GiveCommand> {
    return request.dryRun ? this.dryRun(stored, request) : this.submit(stored.state.id, request);
  }

  private async dryRun(stored: StoredCase, { caller }: BulkRequest): Promise<GiveCommand> {
    const refusalOf = await this.dryRuns.start(stored, caller);
    return async (body) => {
      const refusal = refusalOf(body);
      return refusal ? { outcome: 'refused', refusal } : { outcome: 'planned' };
    };
  }

  private submit(id: string, { caller, key }: BulkRequest): GiveCommand {
    return async (body, ...parts) => {
      const submitted = { key: commandKey(key, id, ...parts), ifMatch: undefined, by: caller.actor, body };
      return tryCommand(() => this.commands.submit(id, caller, submitted));
    };
  }
}
