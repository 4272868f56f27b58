/** What pages of other modules show of colleagues. */
export { AssignBar } from './web/assign-bar.tsx'
