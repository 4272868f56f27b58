import { expect, test, type Page } from '@playwright/test'
import { expectAccessible, signIn, sizes } from './support.ts'

/** Communes of Cao Bằng: nobody of the demonstration lives there, and no other journey goes there. */
const header = 'Mã cũ,Mã mới,Tên mới,Thôn,Tỷ lệ (%),Ngày hiệu lực,Nghị quyết'
const act = '99/NQ-UBTVQH16'

function csv(...lines: string[]) {
  return Buffer.from([header, ...lines].join('\n'))
}

async function sendReform(page: Page, name: string, buffer: Buffer) {
  await page.goto('/nghiep-vu/dia-gioi')
  await page.locator('input[type=file]').setInputFiles({ name, mimeType: 'text/csv', buffer })
  await page.getByRole('button', { name: 'Kiểm tra tệp' }).click()
  await expect(page.getByRole('heading', { level: 1, name })).toBeVisible()
}

async function look(page: Page) {
  for (const { viewport } of sizes.toReversed()) {
    await page.setViewportSize(viewport)
    await expectAccessible(page)
  }
}

test('nghị quyết nhập xã: gửi tệp, sửa dòng sai, xem thử, áp dụng, xem báo cáo và bản đồ', async ({
  page,
}) => {
  test.slow() // Long tables and two maps, each looked at whole in two sizes.
  await signIn(page, 'quantri')
  await page.goto('/nghiep-vu/dia-gioi')
  // The two reforms of the province’s own life are there, applied.
  const past = page.getByRole('table', { name: 'Các tệp đã gửi' })
  await expect(past.getByRole('row').filter({ hasText: '1676' })).toContainText('Đã áp dụng')
  await look(page)

  await sendReform(
    page,
    'sai.csv',
    csv(
      `99999,01279,Phường Thục Phán Mới,,,2026-11-01,${act}`,
      `01290,01999,Xã Bảo Lý,,,2026-11-01,`,
      `01294,01999,,,,2026-11-01,${act}`,
      `01297,01304,,,,2026-11-01,${act}`,
    ),
  )
  await expect(page.getByText('3 trong 4 dòng chưa dùng được.')).toBeVisible()
  await expect(page.getByText('Không có xã nào mang mã 99999.')).toBeVisible()
  await expect(page.getByText(/Thiếu số nghị quyết/)).toBeVisible()
  await look(page)
  const download = page.waitForEvent('download')
  await page.getByRole('button', { name: 'Tải các dòng sai' }).click()
  expect((await download).suggestedFilename()).toMatch(/\.xlsx$/)

  await sendReform(
    page,
    'dung.csv',
    csv(
      `01290,01999,Xã Bảo Lý,,,2026-11-01,${act}`,
      `01294,01999,,,,2026-11-01,${act}`,
      `01273,01279,,,,2026-11-02,${act}`,
    ),
  )
  await expect(page.getByText('Cả 3 dòng đều dùng được.')).toBeVisible()
  const before = page.getByRole('table', { name: 'Trước: các đơn vị kết thúc' })
  await expect(before).toContainText('Xã Bảo Lâm')
  await expect(page.getByText('Tổng trước và sau bằng nhau')).toBeVisible()
  await look(page)
  await page.getByRole('button', { name: 'Áp dụng', exact: true }).click()
  await page
    .getByRole('alertdialog')
    .or(page.getByRole('dialog'))
    .getByRole('button', { name: 'Áp dụng', exact: true })
    .click()
  await expect(page.getByText('Đã áp dụng: 2 đơn vị kết thúc, 1 đơn vị bắt đầu.')).toBeVisible()
  await look(page)

  // The reform of July 2025 moved nobody, and its report is whole on both sides.
  await page.goto('/nghiep-vu/dia-gioi')
  await page.getByRole('link', { name: /1676/ }).click()
  const report = page.getByRole('table', { name: 'Báo cáo trước và sau' })
  await expect(report.getByRole('row').filter({ hasText: 'Xã Tam Sơn' })).toBeVisible()
  const totals = report.getByRole('row').last()
  await expect(totals).toContainText('Cộng')
  const sums = (await totals.getByRole('cell').allInnerTexts()).map((text) => text.trim())
  expect(sums[0]).toBe(sums[1])
  const drawn = page.getByRole('region', { name: /^(Trước|Sau): Tỉnh Vĩnh Phúc/ })
  await expect(drawn.getByRole('listbox')).toHaveCount(2)
  await expect(page.getByRole('region', { name: 'Trước: Tỉnh Vĩnh Phúc, 121 xã' })).toBeVisible()
  await expect(page.getByRole('region', { name: 'Sau: Tỉnh Vĩnh Phúc, 36 xã' })).toBeVisible()
  await look(page)
})

test('ranh giới: tệp sai bị từ chối kèm danh sách, tệp đúng hiện ngay trên bản đồ trước và sau khi sắp xếp', async ({
  page,
}) => {
  await signIn(page, 'quantri')
  await page.goto('/nghiep-vu/dia-gioi/ranh-gioi')
  const send = async (features: unknown[]) => {
    await page.locator('input[type=file]').setInputFiles({
      name: 'cao-bang.geojson',
      mimeType: 'application/geo+json',
      buffer: Buffer.from(JSON.stringify({ type: 'FeatureCollection', features })),
    })
    await page.getByRole('button', { name: 'Kiểm tra', exact: true }).click()
  }
  const square = (code: string, x: number, y: number) => ({
    type: 'Feature',
    properties: { ma: code },
    geometry: {
      type: 'Polygon',
      coordinates: [
        [
          [x, y],
          [x + 0.1, y],
          [x + 0.1, y + 0.1],
          [x, y + 0.1],
          [x, y],
        ],
      ],
    },
  })
  await page.getByLabel('Nguồn').fill('Vẽ để thử, 2026')
  await send([
    square('01318', 22.6, 105.5),
    square('01304', 105.6, 22.6),
    square('01297', 105.65, 22.6),
    square('88888', 106, 22.6),
  ])
  await expect(page.getByText('0 trong 4 hình dùng được.')).toBeVisible()
  await expect(page.getByText(/Kinh độ và vĩ độ bị đổi chỗ/)).toBeVisible()
  await expect(page.getByText(/chồng .* km²/)).toBeVisible()
  await look(page)

  await send([square('01318', 105.5, 22.6), square('01304', 105.6, 22.6), square('01297', 105.7, 22.6)])
  await expect(page.getByText('3 trong 3 hình dùng được.')).toBeVisible()
  await page.getByRole('button', { name: 'Lưu 3 ranh giới' }).click()
  await expect(page.getByText('Đã lưu 3 ranh giới.')).toBeVisible()

  await page.goto('/nghiep-vu/ban-do?dat=90004')
  const map = page.getByRole('listbox')
  await expect(map.getByRole('option')).toHaveCount(3)
  await map.focus()
  await page.keyboard.press('ArrowRight')
  await expect(page.getByText(/Xã Nam Quang/).first()).toBeVisible()
  await expect(page.getByText('Ranh giới minh họa, không có giá trị pháp lý.')).toBeVisible()
  await look(page)

  // A commune is divided: nobody can put its parts together, so their outlines come with the change.
  await sendReform(
    page,
    'chia.csv',
    csv(`01304,01998,Xã Quảng Lâm Hai,Thôn Một,40,2026-12-01,${act}`, `01304,01304,,,60,2026-12-01,${act}`),
  )
  await expect(page.getByText('Xã bị chia: chưa có ranh giới của các phần')).toBeVisible()
  await page.getByRole('link', { name: 'Nhập ranh giới các phần' }).click()
  await expect(page.getByText(/01998 – Xã Quảng Lâm Hai: chưa có hình/)).toBeVisible()
  await page.getByLabel('Nguồn').fill('Hồ sơ kèm nghị quyết')
  await send([square('01304', 105.6, 22.6), square('01998', 105.7, 22.6)])
  await page.getByRole('button', { name: 'Lưu 2 ranh giới' }).click()
  await expect(page.getByText(/01998 – Xã Quảng Lâm Hai: đã có hình/)).toBeVisible()
  await look(page)
  await page.getByRole('link', { name: 'Xem trên bản đồ của lần điều chỉnh' }).click()
  await expect(page.getByText('Đã có ranh giới của mọi phần xã bị chia')).toBeVisible()
  await expect(
    page.getByRole('region', { name: /^Sau: Tỉnh Cao Bằng/ }).getByRole('option', { name: /Quảng Lâm Hai/ }),
  ).toBeVisible()

  // Without outlines there is the scheme, and the slider goes back over July 2025.
  await page.goto('/nghiep-vu/ban-do?dat=90026')
  await expect(page.getByRole('heading', { name: /Tỉnh Vĩnh Phúc, .*: 36 xã/ })).toBeVisible()
  await page.getByRole('slider', { name: /Thời điểm/ }).focus()
  await page.keyboard.press('ArrowLeft')
  await expect(page.getByRole('heading', { name: /Tỉnh Vĩnh Phúc, .*: 121 xã/ })).toBeVisible()
  await look(page)
})
