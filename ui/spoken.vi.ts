import { formatCount } from './format.tsx'

/** Words, or how they are made from what React Aria hands over. */
type Words = string | ((args: Readonly<Record<string, unknown>>) => string)

/**
 * What React Aria says aloud, by its packages. It ships 34 languages and no Vietnamese; `spoken.test.tsx` fails when it
 * learns a word that is missing here.
 */
export const spoken = {
  '@react-aria/autocomplete': { collectionLabel: 'Gợi ý' },
  '@react-aria/breadcrumbs': { breadcrumbs: 'Đường dẫn' },
  '@react-aria/combobox': {
    focusAnnouncement: (args) => {
      const group = args['isGroupChange']
        ? `Nhóm ${String(args['groupTitle'])}, ${formatCount(Number(args['groupCount']))} mục. `
        : ''
      return `${group}${String(args['optionText'])}${args['isSelected'] ? ', đã chọn' : ''}`
    },
    countAnnouncement: (args) => `Có ${formatCount(Number(args['optionCount']))} mục.`,
    selectedAnnouncement: (args) => `${String(args['optionText'])}, đã chọn`,
    buttonLabel: 'Hiện gợi ý',
    listboxLabel: 'Gợi ý',
  },
  '@react-aria/grid': {
    deselectedItem: (args) => `Bỏ chọn ${String(args['item'])}.`,
    longPressToSelect: 'Nhấn giữ để bắt đầu chọn.',
    select: 'Chọn',
    selectedAll: 'Đã chọn tất cả.',
    selectedCount: (args) =>
      Number(args['count']) === 0
        ? 'Chưa chọn mục nào.'
        : `Đã chọn ${formatCount(Number(args['count']))} mục.`,
    selectedItem: (args) => `Đã chọn ${String(args['item'])}.`,
  },
  '@react-aria/menu': { longPressMessage: 'Nhấn giữ, hoặc bấm Alt và mũi tên xuống, để mở danh mục' },
  '@react-aria/overlays': { dismiss: 'Đóng' },
  '@react-aria/searchfield': { 'Clear search': 'Xóa chữ tìm kiếm' },
  '@react-aria/tag': { removeButtonLabel: 'Bỏ', removeDescription: 'Bấm phím Delete để bỏ nhãn.' },
  '@react-aria/tree': { collapse: 'Thu gọn', expand: 'Mở rộng' },
  'react-aria-components': {
    colorSwatchPicker: 'Bảng màu',
    dropzoneLabel: 'Nơi thả tệp',
    selectPlaceholder: 'Chọn một mục',
    tableResizer: 'Chỉnh độ rộng cột',
  },
} satisfies Readonly<Record<string, Readonly<Record<string, Words>>>>
