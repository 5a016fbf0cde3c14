import { Module } from '@nestjs/common';
import { ProcessModule } from '../process/process.module.js';
import { AbsencesController } from './absences/absences.controller.js';
import { AbsencesService } from './absences/absences.service.js';
import { AllAbsencesController } from './absences/all-absences.controller.js';
import { MyAbsencesController } from './absences/my-absences.controller.js';
import { RegisterChangesService } from './administration/register-changes.service.js';
import { AreasController } from './areas/areas.controller.js';
import { EmailChangeNoticeService } from './email-change-notice.service.js';
import { IdentityController } from './identity.controller.js';
import { IdentityService } from './identity.service.js';
import { PeopleImportController } from './import/people-import.controller.js';
import { PeopleImportService } from './import/people-import.service.js';
import { PeopleRegisterService } from './people-register.service.js';
import { PeopleController } from './people.controller.js';
import { PersonSessionsController } from './person-sessions.controller.js';
import { RolesController } from './roles.controller.js';
import { RolesService } from './roles.service.js';
import { UnitsController } from './units/units.controller.js';
import { UnitsService } from './units/units.service.js';

@Module({
  imports: [ProcessModule],
  controllers: [
    AreasController,
    UnitsController,
    PeopleController,
    IdentityController,
    PersonSessionsController,
    RolesController,
    AbsencesController,
    MyAbsencesController,
    AllAbsencesController,
    PeopleImportController,
  ],
  providers: [
    RegisterChangesService,
    UnitsService,
    EmailChangeNoticeService,
    PeopleRegisterService,
    RolesService,
    IdentityService,
    AbsencesService,
    PeopleImportService,
  ],
  exports: [PeopleRegisterService, RegisterChangesService],
})
export class PeopleModule {}
