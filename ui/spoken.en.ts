import { formatCount } from './format.tsx'
import type { spoken as vi } from './spoken.vi.ts'

/** The same in English, since the Vietnamese table stands in for everything React Aria ships. */
export const spoken: typeof vi = {
  '@react-aria/autocomplete': { collectionLabel: 'Suggestions' },
  '@react-aria/breadcrumbs': { breadcrumbs: 'Breadcrumbs' },
  '@react-aria/combobox': {
    focusAnnouncement: (args) => {
      const group = args['isGroupChange']
        ? `Group ${String(args['groupTitle'])}, ${formatCount(Number(args['groupCount']))} options. `
        : ''
      return `${group}${String(args['optionText'])}${args['isSelected'] ? ', selected' : ''}`
    },
    countAnnouncement: (args) => `${formatCount(Number(args['optionCount']))} options available.`,
    selectedAnnouncement: (args) => `${String(args['optionText'])}, selected`,
    buttonLabel: 'Show suggestions',
    listboxLabel: 'Suggestions',
  },
  '@react-aria/grid': {
    deselectedItem: (args) => `${String(args['item'])} not selected.`,
    longPressToSelect: 'Long press to start selecting.',
    select: 'Select',
    selectedAll: 'All selected.',
    selectedCount: (args) =>
      Number(args['count']) === 0 ? 'Nothing selected.' : `${formatCount(Number(args['count']))} selected.`,
    selectedItem: (args) => `${String(args['item'])} selected.`,
  },
  '@react-aria/menu': { longPressMessage: 'Long press, or press Alt and the down arrow, to open the menu' },
  '@react-aria/overlays': { dismiss: 'Close' },
  '@react-aria/searchfield': { 'Clear search': 'Clear search' },
  '@react-aria/tag': { removeButtonLabel: 'Remove', removeDescription: 'Press Delete to remove the tag.' },
  '@react-aria/tree': { collapse: 'Collapse', expand: 'Expand' },
  'react-aria-components': {
    colorSwatchPicker: 'Color swatches',
    dropzoneLabel: 'Drop zone',
    selectPlaceholder: 'Choose one',
    tableResizer: 'Column width',
  },
}
