/** What stands in the address of the mailbox. */
export interface MailboxView {
  readonly til?: string;
  readonly brev?: string;
}

export const mailboxViewIn = ({ til, brev }: Readonly<Record<string, unknown>>): MailboxView => ({
  ...(typeof til === 'string' && { til }),
  ...(typeof brev === 'string' && { brev }),
});
