import { Injectable } from '@nestjs/common';
import type { Actor } from '#domain/model/command.js';
import { isAdmin } from '#domain/policy/administration.js';
import { readOwnGrants } from '#store/people/directory.js';
import { DatabaseService } from '../../shared/database.service.js';
import { InstallationClockService } from '../../shared/installation-clock.service.js';
import { refusedWith } from '../../shared/refused.js';
import type { SignedInCaller } from '../../shared/caller/caller.decorator.js';

/** Checks who may read and change people, units and roles. Reads the grants afresh, so that an ended role counts no longer. */
@Injectable()
export class AuthorizationService {
  constructor(
    private readonly database: DatabaseService,
    private readonly installation: InstallationClockService,
  ) {}

  /** @throws HttpRefusal 403 for people from outside the municipality. */
  async requireStaff({ user }: SignedInCaller): Promise<Actor> {
    if (!user.staff) throw refusedWith('forbidden', 'Bare ansatte i kommunen har adgang hit.');
    return {
      user: user.id,
      grants: await readOwnGrants(this.database.manager, user.id, await this.installation.today()),
    };
  }

  /** @throws HttpRefusal 403 for everyone but administrators. */
  async requireAdmin(caller: SignedInCaller): Promise<Actor> {
    return requireActor(await this.requireStaff(caller), isAdmin, 'Bare administratorer kan gjøre dette.');
  }

  /** @throws HttpRefusal 403 for everyone who has none of the roles. */
  async requireRole(caller: SignedInCaller, roles: readonly string[], otherwise: string): Promise<Actor> {
    return this.requireThat(caller, ({ grants }) => grants.some(({ role }) => roles.includes(role)), otherwise);
  }

  /** @param otherwise  the refusal's sentence. @throws HttpRefusal 403 when `may` is false. */
  async requireThat(caller: SignedInCaller, may: (actor: Actor) => boolean, otherwise: string): Promise<Actor> {
    return requireActor(await this.requireStaff(caller), may, otherwise);
  }
}

function requireActor(actor: Actor, may: (actor: Actor) => boolean, otherwise: string): Actor {
  if (!may(actor)) throw refusedWith('forbidden', otherwise);
  return actor;
}
