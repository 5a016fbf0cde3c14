import { Controller } from '@nestjs/common';
import { Caller } from '../../shared/caller/caller.decorator.js';
import type { SignedInCaller } from '../../shared/caller/caller.decorator.js';
import { absenceRoutes } from './absence-routes.js';

const routes = absenceRoutes({
  summaries: {
    list: 'When I am away',
    add: 'Say that I am away',
    change: 'Change my absence',
    takeBack: 'Take back my absence that begins today or later',
  },
  person: Caller({ transform: ({ user }: SignedInCaller) => user.id }),
  write: () => undefined,
});

/** Absences that members of staff register for themselves. */
@Controller('me/absences')
export class MyAbsencesController extends routes {}
