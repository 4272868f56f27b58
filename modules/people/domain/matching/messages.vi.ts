/** Words for how two records are alike. Fields are called as the configuration calls them. */
export const messages = {
  comparisons: {
    family: 'họ',
    middle: 'đệm',
    given: 'tên',
    surname: 'họ',
  } as Readonly<Record<string, string>>,
  levels: {
    same: 'giống nhau',
    sounds: 'nghe giống nhau',
    bare: 'giống nhau, một bên mất dấu',
    marks: 'khác dấu',
    near: 'gần giống',
    part: 'một bên thiếu chữ',
    moved: 'đứng ở chỗ khác',
    swapped: 'đảo ngày và tháng',
    year_known: 'cùng năm, có bên chỉ biết năm',
    slip: 'lệch một ký tự',
    year_off: 'lệch một năm',
    lunar: 'lệch như ngày âm lịch và dương lịch',
    same_year: 'cùng năm, khác ngày',
    near_year: 'năm gần nhau',
    successor: 'cùng đơn vị sau sáp nhập',
    neighbour: 'cùng đơn vị cấp trên',
    close: 'rất gần nhau',
    alike: 'có phần giống',
    different: 'khác nhau',
  } as Readonly<Record<string, string>>,
  unknown: 'có bên không ghi',
  verdicts: { sure: 'chắc chắn', possible: 'có thể' },
  said: (what: string, level: string, values: string, points: string) =>
    `${what}: ${level}${values} ${points}`,
}
