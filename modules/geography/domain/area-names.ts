/** A name without marks, case and doubled blanks: how «Xuân Hoà», «XUÂN HÒA» and «xuan hoa» find each other. */
export function foldName(name: string): string {
  return name
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/đ/gi, 'd')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .replace(/\b0+(?=\d)/g, '')
    .trim()
}

const kindsFolded = /^(tinh|thanh pho|quan|huyen|thi xa|xa|phuong|thi tran|dac khu|tp|tx|tt|p|h|q|x) /

/** The folded name without the word for its kind. */
export function bareName(name: string): string {
  return foldName(name).replace(kindsFolded, '')
}
