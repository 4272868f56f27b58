/** A text as the beginning of a line. */
export const capital = (text: string) => text.charAt(0).toLocaleUpperCase('vi-VN') + text.slice(1)
