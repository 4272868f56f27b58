/** What pages of other modules show of units: a module without pages of its own lends its parts here. */
export { ChooseCommune } from './web/choose-commune.tsx'
