import { Injectable } from '@nestjs/common';
import type { UnitId, UserId } from '#domain/model/case.js';
import { unavailable } from '#platform/problems/http-refusal.js';
import { areasOpenOn } from '#store/people/areas.js';
import type { AreaRow } from '#store/people/areas.js';
import { DatabaseService } from '../../shared/database.service.js';
import { InstallationClockService } from '../../shared/installation-clock.service.js';
import { DirectoryService } from '../../shared/directory.service.js';
import { refusedWith } from '../../shared/refused.js';

/** Receives enquiries that name no area. */
const DEFAULT_UNIT = 'innovasjon';
const FRONT_LINE_ROLE = 'mottak';

/** Finds the person and the unit that receive a new enquiry. */
@Injectable()
export class IntakeService {
  constructor(
    private readonly database: DatabaseService,
    private readonly installation: InstallationClockService,
    private readonly people: DirectoryService,
  ) {}

  /** The user accountable until somebody takes the case (domain.md 00.6). */
  async frontLineUser(): Promise<UserId> {
    const { users } = await this.people.directory();
    const found = users.find(({ grants }) => grants.some(({ role }) => role === FRONT_LINE_ROLE));
    if (!found)
      throw unavailable({ nb: 'Kommunen har ingen førstelinje ennå.', en: 'The municipality has no front line yet.' });
    return found.id;
  }

  async unitFor(area: string | undefined): Promise<UnitId> {
    return area === undefined ? DEFAULT_UNIT : (await this.requireOpenArea(area)).unit;
  }

  /** @throws HttpRefusal 422 `out-of-range` for an area that is not open. */
  async requireOpenArea(id: string): Promise<AreaRow> {
    const open = await areasOpenOn(this.database.manager, await this.installation.today());
    const area = open.find((it) => it.id === id);
    if (!area)
      throw refusedWith(
        'out-of-range',
        { nb: 'Området er ikke åpent for henvendelser.', en: 'The area is not open for enquiries.' },
        [{ pointer: '/area', detail: 'is no open area' }],
      );
    return area;
  }
}
