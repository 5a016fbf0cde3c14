import { Module } from '@nestjs/common';
import { CalendarController } from './calendar.controller.js';
import { ClockController } from './clock.controller.js';
import { FrontPageController } from './front-page.controller.js';
import { InstallationController } from './installation.controller.js';
import { HealthController } from './health.controller.js';
import { ApiDocumentService } from './openapi/api-document.service.js';
import { OpenApiController } from './openapi/openapi.controller.js';
import { OperationsController } from './operations.controller.js';
import { ReadinessChecksService } from './readiness-checks.service.js';

@Module({
  controllers: [
    FrontPageController,
    CalendarController,
    ClockController,
    HealthController,
    OperationsController,
    InstallationController,
    OpenApiController,
  ],
  providers: [ReadinessChecksService, ApiDocumentService],
})
export class OperationsModule {}
