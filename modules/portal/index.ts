/** Portal (cổng cho người dân): what anybody may read, ask and hand in without an account. */
export { lostPages, portalPages, type PortalSurroundings } from './server/pages.ts'
export { readBuilt } from './server/assets.ts'
