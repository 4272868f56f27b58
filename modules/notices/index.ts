/** Notices (thông báo, báo tin): who is told what of a file, by which way, and what became of it. */
export { noticesRoutes } from './server/routes.ts'
export { noticesSubscribers } from './server/subscriptions.ts'
export { lookAfterNotices } from './server/look-after.ts'
export { insertEntries as putIntoInboxes } from './db/inbox.ts'
export { openSending, sendNext } from './server/send.ts'
export { hearReports } from './server/hear-reports.ts'
