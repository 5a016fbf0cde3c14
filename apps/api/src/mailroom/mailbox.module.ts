import { Module } from '@nestjs/common';
import { MailboxController } from './mailbox.controller.js';

/** Imported in the embedded demonstration only. */
@Module({ controllers: [MailboxController] })
export class MailboxModule {}
