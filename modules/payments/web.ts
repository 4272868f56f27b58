/** What pages of other modules show of payments. */
export { FiguresLink } from './web/figures/figures-link.tsx'
