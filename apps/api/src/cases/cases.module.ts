import { Module } from '@nestjs/common';
import { ProcessModule } from '../process/process.module.js';
import { CaseListController } from './case-list.controller.js';
import { ChangesController } from './changes.controller.js';
import { CollaborationsController } from './collaborations.controller.js';
import { CollaborationsService } from './collaborations.service.js';
import { BulkCommandsService } from './commands/bulk-commands.service.js';
import { CommandsController } from './commands/commands.controller.js';
import { CommandRecordsService } from './commands/command-records.service.js';
import { CommandsService } from './commands/commands.service.js';
import { DryRunService } from './commands/dry-run.service.js';
import { FactValidationService } from './commands/fact-validation.service.js';
import { ConversationService } from './conversation/conversation.service.js';
import { MessagesController } from './conversation/messages.controller.js';
import { MessagesService } from './conversation/messages.service.js';
import { NotesController } from './conversation/notes.controller.js';
import { DialogueLogController } from './dialogue/dialogue-log.controller.js';
import { DialogueLogsService } from './dialogue/dialogue-logs.service.js';
import { DeadlinesController } from './deadlines.controller.js';
import { AttachmentsService } from './documents/attachments.service.js';
import { ContentController } from './documents/content.controller.js';
import { DocumentsController } from './documents/documents.controller.js';
import { DocumentsService } from './documents/documents.service.js';
import { EnquiriesController } from './enquiries/enquiries.controller.js';
import { IntakeService } from './enquiries/intake.service.js';
import { OpeningsService } from './enquiries/openings.service.js';
import { EventsController } from './events.controller.js';
import { CaseHandoversController } from './case-handovers.controller.js';
import { FormsController } from './forms.controller.js';
import { HandoversController } from './handovers.controller.js';
import { OverviewController } from './overview.controller.js';
import { ProofController } from './proof/proof.controller.js';
import { DocumentTextsService } from './search/document-texts.service.js';
import { SearchController } from './search/search.controller.js';
import { StreamController } from './stream/stream.controller.js';
import { StreamsService } from './stream/streams.service.js';
import { FileSweepService } from './uploads/file-sweep.service.js';
import { FinishingService } from './uploads/finishing.service.js';
import { UploadsController } from './uploads/uploads.controller.js';
import { UploadsService } from './uploads/uploads.service.js';
import { WorkController } from './work.controller.js';
import { WorkloadService } from './workload.service.js';

@Module({
  imports: [ProcessModule],
  controllers: [
    EnquiriesController,
    CaseListController,
    CollaborationsController,
    CommandsController,
    EventsController,
    DeadlinesController,
    FormsController,
    HandoversController,
    CaseHandoversController,
    WorkController,
    OverviewController,
    ChangesController,
    StreamController,
    NotesController,
    MessagesController,
    DocumentsController,
    UploadsController,
    ContentController,
    DialogueLogController,
    ProofController,
    SearchController,
  ],
  providers: [
    CollaborationsService,
    DocumentTextsService,
    CommandRecordsService,
    ConversationService,
    MessagesService,
    DocumentsService,
    AttachmentsService,
    DialogueLogsService,
    CommandsService,
    BulkCommandsService,
    DryRunService,
    FactValidationService,
    IntakeService,
    OpeningsService,
    StreamsService,
    WorkloadService,
    UploadsService,
    FinishingService,
    FileSweepService,
  ],
  exports: [CollaborationsService, BulkCommandsService],
})
export class CasesModule {}
