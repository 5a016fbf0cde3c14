import { Injectable } from '@nestjs/common';
import type { Actor } from '#domain/model/command.js';
import { isAdmin } from '#domain/policy/administration.js';
import { readOwnGrants } from '#store/people/directory.js';
import { Database } from '../../shared/database.js';
import { Installation } from '../../shared/installation.js';
import { refusedWith } from '../../shared/refused.js';
import type { SignedIn } from '../../shared/caller/caller.js';

/** Checks who may read and change the registers. Reads the grants afresh, so that an ended role counts no longer. */
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
    return requireActor(await this.of(caller), isAdmin, 'Bare administratorer kan gjøre dette.');
  }

  /** @throws PlatformRefusal 403 for everyone who has none of the roles. */
  async holding(caller: SignedIn, roles: readonly string[], otherwise: string): Promise<Actor> {
    return this.that(caller, ({ grants }) => grants.some(({ role }) => roles.includes(role)), otherwise);
  }

  /** @param otherwise  the refusal's sentence. @throws PlatformRefusal 403 when `may` is false. */
  async that(caller: SignedIn, may: (actor: Actor) => boolean, otherwise: string): Promise<Actor> {
    return requireActor(await this.of(caller), may, otherwise);
  }
}

function requireActor(actor: Actor, may: (actor: Actor) => boolean, otherwise: string): Actor {
  if (!may(actor)) throw refusedWith('forbidden', otherwise);
  return actor;
}
