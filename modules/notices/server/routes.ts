import { serve } from '#platform/server/http'
import * as contract from '../contract.ts'
import { countUnread } from '../db/inbox.ts'
import { retryChannel, showChannels } from './administer.ts'
import { listInbox, readInbox, visitInbox } from './inbox.ts'
import { printLetters } from './print-letters.ts'
import { listNotices, recordRefusal, recordTelling, withdrawRefusal } from './work-list.ts'

export const noticesRoutes = {
  listInbox: serve(contract.listInbox, listInbox),
  countInbox: serve(contract.countInbox, async (ctx) => ({ unread: await countUnread(ctx) })),
  visitInbox: serve(contract.visitInbox, visitInbox),
  readInbox: serve(contract.readInbox, readInbox),
  listNotices: serve(contract.listNotices, listNotices),
  printLetters: serve(contract.printLetters, printLetters),
  recordTelling: serve(contract.recordTelling, recordTelling),
  recordRefusal: serve(contract.recordRefusal, recordRefusal),
  withdrawRefusal: serve(contract.withdrawRefusal, withdrawRefusal),
  showChannels: serve(contract.showChannels, showChannels),
  retryChannel: serve(contract.retryChannel, retryChannel),
}
