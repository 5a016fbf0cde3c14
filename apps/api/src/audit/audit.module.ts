import { Module } from '@nestjs/common';
import { AuditLogService } from './audit-log.service.js';
import { AuditController } from './audit.controller.js';
import { RefusalAuditService } from './refusal-audit.service.js';
import { RefusalLogService } from './refusal-log.service.js';

@Module({
  controllers: [AuditController],
  providers: [AuditLogService, RefusalAuditService, RefusalLogService],
  exports: [RefusalAuditService, RefusalLogService],
})
export class AuditModule {}
