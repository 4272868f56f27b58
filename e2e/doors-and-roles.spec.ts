import { expect, test } from '@playwright/test'
import { expectAccessible, signIn, signInAtTheDoor, signOut } from './support.ts'

test('trang đăng nhập có mười một tài khoản dùng thử, đếm lượt thử sai và trở lại đúng trang đang mở', async ({
  page,
}) => {
  await page.goto('/nghiep-vu/ky-chi-tra')
  await expect(page.getByRole('heading', { name: 'Đăng nhập' })).toBeVisible()
  await expect(
    page.getByText('Bản minh họa: mọi người và số tiền đều không có thật', { exact: false }),
  ).toBeVisible()
  await expect(page.getByRole('button', { name: /^Điền tài khoản của/ })).toHaveCount(11)
  await expectAccessible(page)

  // Nobody of another journey is this one: guesses are counted by name.
  await page.getByLabel('Tên đăng nhập').fill('phochutich')
  await page.getByLabel('Mật khẩu', { exact: true }).fill('không phải mật khẩu')
  await page.getByRole('button', { name: 'Đăng nhập', exact: true }).click()
  await expect(page.getByText(/còn 4 lần/)).toBeVisible()
  await expect(page.getByLabel('Tên đăng nhập')).toHaveValue('phochutich')

  await page.getByLabel('Mật khẩu', { exact: true }).fill('an-sinh-2026')
  await page.getByRole('button', { name: 'Đăng nhập', exact: true }).click()
  await expect(page.getByRole('heading', { name: 'Kỳ chi trả' })).toBeVisible()
})

const today = ['Việc của tôi', 'Hôm nay', 'Thông báo']
const reached = [...today, 'Sắp đủ điều kiện', 'Sắp hết điều kiện']
const files = ['Hàng chờ', 'Trình ký', 'Quyết định', 'Cơ sở trợ giúp', 'Phản ánh, khiếu nại']
const desk = ['Hồ sơ thủ tục', 'Tiếp nhận hồ sơ', ...files]
const reading = ['Hồ sơ thủ tục', ...files]
const payroll = ['Chi trả', 'Kỳ chi trả']
const ways = 'Đổi cách nhận tiền'
const cashless = 'Không tiền mặt'
const budget = 'Dự toán'
const orders = ['Đợt chi', 'Chi tiền mặt', ways]
const dead = 'Tiền của người đã mất'
const books = [
  'Đối soát',
  'Thu hồi',
  'Thu hồi lệnh chi',
  'Hoàn trả',
  dead,
  'Quyết toán',
  'Sổ kế toán',
  'Dòng dự toán',
  'Đơn vị chi trả',
]
const twice = ['Nghi trùng', 'Chất lượng dữ liệu']
const second = 'Xác nhận danh sách nhập'
const changes = 'Biến động'
const review = 'Rà soát hằng năm'
const people = ['Đối tượng', 'Tra cứu']
const simulator = ['Theo dõi, báo cáo', 'Mô phỏng chính sách', 'Bản đồ']
const law = ['Pháp luật', 'Sổ luật', 'Thủ tục']
const accounts = [...payroll, ...orders, cashless, ...books, budget]
const menus = [
  [
    'canbo',
    [
      ...reached,
      ...people,
      ...twice,
      'Nhập từ Excel',
      changes,
      'Ghi thôn sau chia xã',
      review,
      ...desk,
      'Tin gửi người dân',
      ...payroll,
      cashless,
      dead,
      budget,
      ...law,
    ],
  ],
  [
    'chutich',
    [
      ...reached,
      ...people,
      ...twice,
      second,
      changes,
      review,
      ...reading,
      ...payroll,
      cashless,
      budget,
      ...law,
    ],
  ],
  [
    'chuyenvien',
    [
      ...reached,
      ...people,
      ...twice,
      'Nhập từ Excel',
      changes,
      review,
      ...reading,
      ...payroll,
      cashless,
      budget,
      ...simulator,
      ...law,
    ],
  ],
  ['ketoan', [...today, ...people, ...accounts, ...simulator, ...law]],
  ['duyet', [...today, ...people, ...accounts, ...simulator, ...law, 'Quản trị', 'Bố cục tệp chi trả']],
  ['chitra', [...today, ...people, ...payroll, ...orders, ...books, ...law]],
  ['diemchi', [...today, 'Chi trả', 'Chi tiền mặt', ...law]],
  ['giamdoc', [...today, 'Hồ sơ thủ tục', ...files.slice(0, 4), ...law]],
  [
    'quantri',
    [
      ...today,
      'Theo dõi, báo cáo',
      'Bản đồ',
      ...law,
      'Quản trị',
      'Người dùng',
      'Quyền',
      'Kênh gửi tin',
      'Bố cục tệp chi trả',
      'Đồng bộ dân cư',
      'Địa giới',
      'Nhật ký',
    ],
  ],
] as const

for (const [username, entries] of menus)
  test(`${username} chỉ thấy việc của mình`, async ({ page }) => {
    await signInAtTheDoor(page, username)
    const rail = page.getByRole('navigation', { name: 'Chức năng', exact: true })
    // How much waits stands behind some of them.
    await expect(rail.getByRole('link')).toHaveText(
      entries.map((entry) => new RegExp(`^${entry}( ?[\\d.]|$)`)),
    )
    await expectAccessible(page)
  })

test('quản trị xem tài khoản, quyền và nhật ký, nhưng không mở được trang người', async ({ page }) => {
  await signIn(page, 'canbo')
  await page.goto('/nghiep-vu/nguoi?q=nguyen')
  const person = await page.getByRole('table').getByRole('link').first().getAttribute('href')
  await page.goto(person!)
  await expect(page.getByRole('heading', { name: 'Nhân thân' })).toBeVisible()
  await signOut(page)

  await signIn(page, 'quantri')
  for (const [path, heading] of [
    ['/nghiep-vu/nguoi-dung', 'Người dùng'],
    ['/nghiep-vu/quyen', /Quyền|Vai trò/],
    ['/nghiep-vu/nhat-ky', 'Nhật ký'],
    ['/doi-mat-khau', 'Đổi mật khẩu'],
  ] as const) {
    await page.goto(path)
    await expect(page.getByRole('heading', { level: 1, name: heading })).toBeVisible()
    await expectAccessible(page)
  }
  await page.goto('/nghiep-vu/nhat-ky')
  await page.getByRole('button', { name: 'Tự kiểm tra chuỗi' }).click()
  await expect(page.getByText('Chuỗi nhật ký nguyên vẹn')).toBeVisible()

  await page.goto(person!)
  await expect(page.getByText('Anh/chị không có quyền xem mục này', { exact: false })).toBeVisible()
  await page.goto('/nghiep-vu/khong-co-trang-nay')
  await expectAccessible(page)
})

test('cả trang đổi sang tiếng Anh và nhớ lựa chọn', async ({ page }) => {
  await signIn(page, 'ketoan')
  await page.goto('/nghiep-vu/ky-chi-tra')
  await page.getByRole('button', { name: 'Tài khoản' }).click()
  await page.getByRole('menuitem', { name: 'English' }).click()
  await expect(page.getByRole('heading', { name: 'Payment runs' })).toBeVisible()
  await expect(page.locator('html')).toHaveAttribute('lang', 'en')
  await page.reload()
  await expect(page.getByRole('heading', { name: 'Payment runs' })).toBeVisible()
  await expectAccessible(page)
})

test('địa chỉ dưới /en, như của cổng, mở đúng trang ấy bằng tiếng Anh', async ({ page }) => {
  await signIn(page, 'ketoan')
  await page.goto('/en/nghiep-vu/ky-chi-tra')
  await expect(page.getByRole('heading', { name: 'Payment runs' })).toBeVisible()
  await expect(page).toHaveURL(/localhost:\d+\/nghiep-vu\/ky-chi-tra$/)
})
