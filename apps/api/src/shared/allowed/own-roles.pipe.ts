import { Injectable } from '@nestjs/common';
import type { PipeTransform } from '@nestjs/common';
import type { Actor } from '#domain/model/command.js';
import { readOwnGrants } from '#store/people/directory.js';
import type { SignedInCaller } from '../caller/caller.decorator.js';
import { DatabaseService } from '../database.service.js';
import { InstallationClockService } from '../installation-clock.service.js';

/**
 * Turns the caller into an actor with their own roles only: without roles in units that have no holder of their own, and
 * without the people for whom they substitute. Reads the database and not the cache, so that a role which was taken away
 * no longer counts. Used as `@Caller(OwnRolesPipe) actor: Actor`.
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
