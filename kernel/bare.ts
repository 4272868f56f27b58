/** A name without its marks, as people type it in a hurry: «Đỗ Thị Hòa» → «do thi hoa». */
export function bare(text: string): string {
  return text.normalize('NFD').replaceAll(/\p{M}/gu, '').replaceAll(/[đĐ]/g, 'd').toLowerCase().trim()
}
