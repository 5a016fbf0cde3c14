import { Controller, Param } from '@nestjs/common';
import { RequiresScope } from '../../shared/caller/scope.decorator.js';
import { IdPipe } from '../../shared/input/id.pipe.js';
import { absenceRoutes } from './absence-routes.js';

const routes = absenceRoutes({
  summaries: {
    list: 'When a person is away',
    add: 'Say that a person is away',
    change: "Change a person's absence",
    takeBack: 'Take back an absence that begins today or later',
  },
  person: Param('id', IdPipe),
  write: RequiresScope('admin'),
});

/** Absences of other people, seen and changed by administrators and by those who lead the person. */
@Controller('people/:id/absences')
export class AbsencesController extends routes {}
