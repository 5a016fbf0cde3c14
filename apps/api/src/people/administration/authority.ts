import { Injectable } from '@nestjs/common';
import type { Actor } from '#domain/model/command.js';
import { isAdmin } from '#domain/policy/administration.js';
import { readOwnGrants } from '#store/people/directory.js';
import { Database } from '../../shared/database.js';
import { Installation } from '../../shared/installation.js';
import { refusedWith } from '../../shared/refused.js';
import type { SignedIn } from '../../shared/caller/caller.js';

/** Who may read and change the registers: people's own grants, read afresh, so that a role that has ended is gone at once. */
@Injectable()
export class Authority {
  constructor(
    private readonly database: Database,
    private readonly installation: Installation,
  ) {}

  /** @throws PlatformRefusal 403 for people from outside the municipality. */
  async of({ user }: SignedIn): Promise<Actor> {
    if (!user.staff) throw refusedWith('forbidden', 'Bare ansatte i kommunen har adgang hit.');
    return {
      user: user.id,
      grants: await readOwnGrants(this.database.manager, user.id, await this.installation.today()),
    };
  }

  /** @throws PlatformRefusal 403 for everyone but administrators. */
  async admin(caller: SignedIn): Promise<Actor> {
    return allow(await this.of(caller), isAdmin, 'Bare administratorer kan gjøre dette.');
  }

  /** @throws PlatformRefusal 403 for everyone who holds none of the roles. */
  async holding(caller: SignedIn, roles: readonly string[], otherwise: string): Promise<Actor> {
    return this.that(caller, ({ grants }) => grants.some(({ role }) => roles.includes(role)), otherwise);
  }

  /** @throws PlatformRefusal 403 when the actor may not. */
  async that(caller: SignedIn, may: (actor: Actor) => boolean, otherwise: string): Promise<Actor> {
    return allow(await this.of(caller), may, otherwise);
  }
}

function allow(actor: Actor, may: (actor: Actor) => boolean, otherwise: string): Actor {
  if (!may(actor)) throw refusedWith('forbidden', otherwise);
  return actor;
}
