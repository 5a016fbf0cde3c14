import { Injectable } from '@nestjs/common';
import type { PipeTransform } from '@nestjs/common';
import type { Actor } from '#domain/model/command.js';
import { readOwnGrants } from '#store/people/directory.js';
import type { SignedInCaller } from '../caller/caller.decorator.js';
import { DatabaseService } from '../database.service.js';
import { InstallationClockService } from '../installation-clock.service.js';

/**
 * The caller with their own roles only, read afresh: whoever administers people or reads registers must hold the role
 * themselves, and now. Used as `@Caller(OwnRolesPipe) actor: Actor`.
 */
@Injectable()
export class OwnRolesPipe implements PipeTransform<SignedInCaller, Promise<Actor>> {
  constructor(
    private readonly database: DatabaseService,
    private readonly installation: InstallationClockService,
  ) {}

  async transform({ user: { id } }: SignedInCaller): Promise<Actor> {
    return { user: id, grants: await readOwnGrants(this.database.manager, id, await this.installation.today()) };
  }
}
