import { draw, type Random, weigh, type Weights } from './random.ts'

/** Short lists from general knowledge: nobody living is meant, and few names for many people is how the old are called. */
const lists = {
  family:
    'Nguyễn 33, Trần 9, Lê 6, Phạm 5, Phùng 4, Đỗ 4, Vũ 4, Hoàng 3.5, Bùi 3, Lưu 2.5, Tạ 2, Dương 2, Kim 1.5, Khổng 1.5, Triệu 1.2, Đặng 1.5, Phan 1.5, Ngô 1.5, Hà 1.5, Đào 1.5, Trương 1, Đinh 1, Chu 1, Cao 1, Lại 0.7, Đường 0.6, Lỗ 0.5, Hán 0.4, Quách 0.4, Mai 0.6, Tô 0.5, Văn 0.5, Nghiêm 0.3, Đàm 0.4',
  sanDiu: 'Lưu 18, Diệp 12, Lăng 8, Lục 9, Ôn 8, Từ 10, Trương 14, Tạ 9, Trần 8, Lâm 4',
  elderWoman:
    'Tý 3, Sửu 2.5, Dần 2.5, Mão 2, Thìn 2, Tỵ 2, Ngọ 2.5, Mùi 3, Thân 2, Dậu 2, Tuất 1.5, Hợi 2, Hai 2, Ba 2, Tư 2, Năm 2, Sáu 1.5, Bảy 1.5, Tám 1.5, Chín 1.5, Mười 1.5, Út 1, Gái 2.5, Bé 2, Nhỡ 1.5, Lan 2, Huệ 1.5, Cúc 2, Đào 2, Mận 1.5, Lý 1.5, Sen 1.5, Hoa 2, Hồng 2, Hòa 3, Thủy 1, Xuân 2, Thu 2, Đông 0.8, Nga 1.5, Oanh 1.2, Yến 1.2, Nhung 1.2, Thơm 1.5, Ngát 0.8, Mùa 0.6, Lành 1.5, Hiền 2, Thảo 1.2, Thuận 1, Nết 0.8, Bình 1.5, Vân 1.2, Tâm 1.5, Liên 2, Loan 1.5, Phượng 1.2, Quế 1, Tuyết 1.2, Chanh 0.7, Bưởi 0.7, Na 0.5, Cam 0.5',
  elderMan:
    'Tý 1.5, Sửu 1.5, Dần 2, Mão 1.5, Thìn 2, Tỵ 1.5, Ngọ 2, Mùi 2, Thân 1.5, Dậu 1.5, Tuất 1.5, Hợi 1.5, Bính 2, Đinh 1, Hùng 1.5, Dũng 2, Sơn 2, Hải 2, Bình 3, Minh 2, Thắng 2, Lợi 2, Phúc 2, Lộc 2, Thọ 2.5, Khang 1, Ninh 1.5, Hòa 2.5, Thuận 2, Hiền 1, Đức 2, Tài 1.5, Trung 2, Chính 1.5, Trực 1, Nghĩa 2, Tín 1.5, Lễ 1, Toàn 1.5, Tiến 1.5, Quang 2, Vinh 1.5, Hai 1, Ba 1, Tư 1, Năm 1, Sáu 1, Bảy 0.8, Tám 0.8, Chín 0.8, Chung 1.5, Thanh 2, Long 1.5, Lâm 1.5, Khoa 0.8, Bảo 0.8, Tuyên 1, Khải 1, Thụ 0.7, Điền 0.6, Tính 0.6',
  woman:
    'Hương 4, Lan 3, Hằng 3, Hà 3, Thảo 3, Trang 4, Linh 4, Ngọc 3, Nga 2.5, Thủy 3, Thúy 2, Hạnh 2.5, Hiền 3, Hoa 3, Hồng 2.5, Huệ 2, Yến 2.5, Oanh 2, Loan 2, Liên 2, Nhung 2.5, Tuyết 2, Vân 2.5, Mai 2.5, Anh 4, Dung 2, Phương 3.5, Thu 2, Xuân 1.5, Quỳnh 1.5, Chi 1.5, My 1.5, Trâm 0.8, Nhi 1.5, Ly 1, Hòa 1.5, Mận 0.6, Bích 1, Duyên 1.5, Giang 1.5, Tâm 1.5, Hường 1.5, Thơm 1, Lụa 0.6',
  man: 'Hùng 3.5, Dũng 3, Tuấn 4, Cường 3, Nam 3.5, Minh 3.5, Hải 3, Sơn 3, Thắng 3, Long 2.5, Quân 2.5, Đức 3, Trung 3, Kiên 2, Huy 2.5, Hoàng 2.5, Anh 3, Tùng 2.5, Bình 2, Thành 3, Tiến 2.5, Toàn 2, Quang 2.5, Vinh 1.5, Phong 1.5, Phúc 1.5, Khánh 1.2, Bảo 1.2, Đạt 2, Duy 2, Hiếu 2.5, Mạnh 2, Nghĩa 1.2, Việt 2, Linh 1.2, Tâm 1, Thái 1.2, Lâm 1.5, Chiến 1.2, Hưng 2',
  elderWomanMiddle: 'Thị 96, Thị Kim 0.6, Thị Thu 0.6, Bích 0.5, Kim 0.8, Ngọc 0.8, – 0.7',
  elderManMiddle:
    'Văn 50, Đình 6, Xuân 5, Đức 4, Hữu 5, Quang 4, Ngọc 4, Minh 3, Công 3, Bá 3, Quốc 2, Trọng 3, Tiến 2, Duy 2, – 2',
  womanMiddle:
    'Thị 50, Thị Thu 5, Thị Thanh 4, Thị Hồng 4, Thị Ngọc 3, Thị Kim 3, Thị Minh 2, Thu 5, Thanh 4, Ngọc 6, Minh 3, Phương 3, Hồng 2, Bích 2, Diệu 1, Khánh 2, – 0.7',
  manMiddle:
    'Văn 26, Đức 8, Minh 7, Quang 6, Xuân 5, Hữu 5, Ngọc 5, Tuấn 5, Đình 4, Quốc 4, Anh 4, Công 3, Duy 4, Thanh 3, Mạnh 3, Trung 2, Tiến 2, Việt 2, Hoàng 3, – 0.7',
} as const

const weights = Object.fromEntries(
  Object.entries(lists).map(([name, list]) => [
    name,
    weigh(
      list.split(', ').map((entry) => {
        const blank = entry.lastIndexOf(' ')
        return [entry.slice(0, blank), Number(entry.slice(blank + 1))] as const
      }),
    ),
  ]),
) as Record<keyof typeof lists, Weights<string>> // One entry for each list.

export type Sex = 'female' | 'male'

export function familyName(random: Random, isSanDiu: boolean): string {
  return draw(random, isSanDiu ? weights.sanDiu : weights.family)
}

/** Middle and given name as people of that sex and age are called; the elders were named before 1957. */
export function personalName(random: Random, sex: Sex, bornYear: number): string {
  const elder = bornYear < 1957
  const [middles, givens] =
    sex === 'female'
      ? elder
        ? [weights.elderWomanMiddle, weights.elderWoman]
        : [weights.womanMiddle, weights.woman]
      : elder
        ? [weights.elderManMiddle, weights.elderMan]
        : [weights.manMiddle, weights.man]
  const middle = draw(random, middles)
  const given = draw(random, givens)
  return middle === '–' ? given : `${middle} ${given}`
}

/** Villages of the plain and of the hills; every commune has a handful of them. */
const villages =
  'Thượng, Hạ, Trung, Đông, Đoài, Nội, Ngoại, Chùa, Đình, Giữa, Mới, Bến, Gò, Đồi, Phú Thịnh, An Lạc, Hòa Bình, Tân Lập, Tân Tiến, Đồng Tâm, Vĩnh Thành, Quang Trung, Yên Phú, Làng Mạ, Lũng Hữu, Cầu Gạo'.split(
    ', ',
  )

/** The names of some villages of a unit, as its own. */
export function villagesOf(random: Random, kind: string): string[] {
  const word = kind === 'phường' || kind === 'thị trấn' ? 'Tổ dân phố' : 'Thôn'
  return random
    .shuffle([...villages])
    .slice(0, random.between(6, 11))
    .map((name) => `${word} ${name}`)
}

export const spoilings = ['no_marks', 'tone_place', 'capitals', 'no_middle'] as const

/** How offices spoil a name: lost marks, new for old tone places, capitals, a lost middle name. */
export function spoilName(name: string, how: (typeof spoilings)[number]): string {
  if (how === 'capitals') return name.toUpperCase()
  if (how === 'no_middle') return name.replace(/ (Thị|Văn) /, ' ')
  if (how === 'tone_place')
    return name.replaceAll('òa', 'oà').replaceAll('óa', 'oá').replaceAll('ủy', 'uỷ').replaceAll('úy', 'uý')
  const bare = name.normalize('NFD').replace(/\p{Mn}/gu, '')
  return bare.replaceAll('đ', 'd').replaceAll('Đ', 'D')
}
