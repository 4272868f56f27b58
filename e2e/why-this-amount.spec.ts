import { expect, test, type Page } from '@playwright/test'
import { press } from './settled.ts'
import { expectAccessible, signIn, signOut, sizes, someone } from './support.ts'

test.use({ viewport: sizes[0].viewport })

for (const { name, viewport } of sizes)
  test.describe(name, () => {
    test.use({ viewport })

    test('vì sao số tiền tháng này: từng khoản, điều luật, dữ kiện và giấy tờ', async ({ page }) => {
      await signIn(page, 'canbo')
      const { id } = await someone(page, 'phung thi man')
      await page.goto(`/nghiep-vu/nguoi/${id}`)
      await expect(page.getByRole('heading', { name: 'Phùng Thị Mận' })).toBeVisible()
      await press(page, 'F4')
      const tree = page.getByRole('treegrid', { name: 'Vì sao được hưởng và vì sao chưa' })
      await expect(row(tree, 'Được hưởng = ')).toContainText('1.890.000')
      const single = row(tree, 'Đơn thân nghèo nuôi con')
      await expect(single).toContainText('1,0 × 2 × 540.000 đ = 1.080.000 đ')
      await expect(single).toContainText('khoản 4 Điều 5, khoản 1 Điều 6 Nghị định 335/2026/NĐ-CP')
      await expect(tree.getByRole('row', { name: /^Hộ gia đình: hộ nghèo/ }).first()).toContainText('QĐ')
      await expect(row(tree, 'Khuyết tật nặng, từ đủ 16')).toContainText('1,5 × 540.000 đ = 810.000 đ')
      await expect(row(tree, 'Hưởng từ tháng').first()).toBeVisible()
      await expect(row(tree, 'Chi cho người được trợ giúp').first()).toBeVisible()
      await expectAccessible(page)

      const pension = row(tree, 'Hưu trí xã hội, từ đủ 75 tuổi')
      await expect(pension).toContainText('Dừng ở điều kiện «từ đủ 75 tuổi»')
      await expect(pension).toContainText('sớm nhất 02/2061')
      await expect(pension).toContainText('Nghị định 176/2025/NĐ-CP')
    })

    test('cùng một tháng như biết đến ngày sớm hơn: giấy tờ đến muộn làm số tiền khác', async ({ page }) => {
      await signIn(page, 'canbo')
      const late = await someone(page, 'bui thi lanh')
      await page.goto(`/nghiep-vu/nguoi/${late.id}/vi-sao?thang=2026-02`)
      await expectAmount(page, 'Được hưởng 750.000 đ trong tháng 02/2026')
      await page.getByLabel('Biết đến').fill('31/03/2026')
      await page.getByRole('button', { name: 'Xem', exact: true }).first().click()
      await expectAmount(page, 'Không có khoản nào trong tháng 02/2026')
      await expect(page.getByRole('treegrid', { name: 'Vì sao được hưởng và vì sao chưa' })).toContainText(
        'Đủ điều kiện nhưng chưa có quyết định',
      )
      await expectAccessible(page)

      await page.goto(`/nghiep-vu/nguoi/${late.id}/vi-sao?thang=2026-02&biet=2015-01-01`)
      await expect(page.getByText('Đến ngày 01/01/2015 người này chưa có trong sổ (ghi ngày')).toBeVisible()
      await expectAccessible(page)
      await page.getByLabel('Biết đến').fill('31/10/2026')
      await page.getByRole('button', { name: 'Xem', exact: true }).click()
      await expectAmount(page, 'Được hưởng 750.000 đ trong tháng 02/2026')
      await page.goto(`/nghiep-vu/nguoi/${late.id}/vi-sao?thang=2026-02&biet=abc`)
      await expect(page.getByText('Địa chỉ ghi “Biết đến” ngày “abc”, không có ngày này.')).toBeVisible()
      await page.goto(`/nghiep-vu/nguoi/${late.id}/vi-sao?thang=2026-02&biet=2040-01-01`)
      await expect(page.getByText('“Biết đến” 01/01/2040 là ngày chưa đến')).toBeVisible()
      await page.getByLabel('Biết đến').fill('01/01/2040')
      await expect(page.getByText('Ngày này chưa đến, chưa ai biết những gì sẽ được ghi.')).toBeVisible()
      await expect(page.getByRole('button', { name: 'Xem', exact: true }).first()).toBeDisabled()
      await expectAmount(page, 'Được hưởng 750.000 đ trong tháng 02/2026')
      // What came late was paid as arrears, and each line says of what it is the rest.
      await page.goto(`/nghiep-vu/nguoi/${late.id}/chi-tra`)
      await expect(page.getByText('Trước đó chưa chi').first()).toBeVisible()
      await expect(page.getByText('Còn thiếu: 810.000 − 750.000 = 60.000').first()).toBeVisible()
      await expectAccessible(page)
      await press(page, 'Control+k')
      await page.getByRole('combobox').fill('bui thi lanh')
      await page.keyboard.press('Enter')
      await expect(page).toHaveURL(new RegExp(`/nguoi/${late.id}$`))

      const dead = await someone(page, 'nguyen van ty 1940', { hasDied: true })
      await page.goto(`/nghiep-vu/nguoi/${dead.id}/vi-sao?thang=2026-05&biet=2026-06-30`)
      await expectAmount(page, 'Được hưởng 500.000 đ trong tháng 05/2026')
      await page.goto(`/nghiep-vu/nguoi/${dead.id}/vi-sao?thang=2026-05`)
      await expectAmount(page, 'Không có khoản nào trong tháng 05/2026')
      await expect(page.getByText('Người này đã mất ngày 10/03/2026.')).toBeVisible()
      await expectAccessible(page)
    })
  })

test('một tháng trước đó theo luật của tháng ấy; [ và ] đi từng tháng', async ({ page }) => {
  await signIn(page, 'canbo')
  const { id } = await someone(page, 'phung thi man')
  await page.goto(`/nghiep-vu/nguoi/${id}/vi-sao`)
  await page.getByLabel('Tháng hưởng').fill('06/2026')
  await page.getByRole('button', { name: 'Xem', exact: true }).last().click()
  await expectAmount(page, 'Được hưởng 1.750.000 đ trong tháng 06/2026')
  await expect(page.getByRole('treegrid', { name: 'Vì sao được hưởng và vì sao chưa' })).toContainText(
    'Nghị định 20/2021/NĐ-CP',
  )
  await page.getByRole('button', { name: 'Tháng sau' }).click()
  await expectAmount(page, 'Được hưởng 1.890.000 đ trong tháng 07/2026')
  await press(page, 'BracketLeft')
  await expectAmount(page, 'Được hưởng 1.750.000 đ trong tháng 06/2026')
  await page.getByLabel('Tháng hưởng').press('BracketRight')
  await expectAmount(page, 'Được hưởng 1.750.000 đ trong tháng 06/2026')
  await expectAccessible(page)
})

test('người đủ điều kiện mà chưa có quyết định thì thấy rõ khoản chưa được hưởng', async ({ page }) => {
  await signIn(page, 'canbo')
  const { id } = await someone(page, 'luu thi ty')
  await page.goto(`/nghiep-vu/nguoi/${id}/vi-sao`)
  const tree = page.getByRole('treegrid', { name: 'Vì sao được hưởng và vì sao chưa' })
  await expect(row(tree, 'Hưu trí xã hội, từ đủ 75 tuổi')).toContainText('1,0 × 540.000 đ')
  await expect(row(tree, 'Người khuyết tật')).toContainText('Dừng ở điều kiện «mức độ khuyết tật')
})

test('kế toán thấy số tiền, không thấy điều kiện riêng tư', async ({ page }) => {
  await signIn(page, 'chuyenvien')
  const { id } = await someone(page, 'hung', { circumstance: 'hiv', receives: true })
  await page.goto(`/nghiep-vu/nguoi/${id}/vi-sao`)
  const main = page.getByRole('main')
  await expect(main.getByRole('treegrid', { name: 'Vì sao được hưởng và vì sao chưa' })).toContainText('HIV')
  const amount = await main.getByRole('heading', { level: 2 }).first().innerText()
  expect(amount).toMatch(/^Được hưởng [\d.]+\sđ/)

  await signOut(page)
  await signIn(page, 'ketoan')
  const said: string[] = []
  page.on('response', (response) => {
    if (response.url().includes('/api/'))
      void response.text().then(
        (text) => said.push(text),
        () => {},
      )
  })
  for (const part of ['', '/quyen-loi', '/chi-tra', '/vi-sao']) {
    await page.goto(`/nghiep-vu/nguoi/${id}${part}`)
    await expectAccessible(page)
    await expect(main).not.toContainText(/HIV/i)
    await expect(main).not.toContainText('khoản 8')
  }
  await expectAmount(page, amount)
  await expect(main.getByRole('treegrid', { name: 'Vì sao được hưởng và vì sao chưa' })).toContainText(
    'Điều kiện riêng tư đã được xác nhận',
  )
  await expect(main).toContainText('Điều kiện riêng tư không hiển thị với vai trò này')
  expect(said.length).toBeGreaterThan(0)
  expect(said.filter((text) => /hiv|MSA-8|MSA-3/i.test(text))).toEqual([])
})

test('cây giải thích đi được bằng bàn phím', async ({ page }) => {
  await signIn(page, 'canbo')
  const { id } = await someone(page, 'phung thi man')
  await page.goto(`/nghiep-vu/nguoi/${id}/vi-sao`)
  const tree = page.getByRole('treegrid', { name: 'Vì sao được hưởng và vì sao chưa' })
  await row(tree, 'Được hưởng').focus()
  await page.keyboard.press('ArrowDown')
  await expect(row(tree, 'Đơn thân nghèo nuôi con')).toBeFocused()
  await page.keyboard.press('ArrowLeft')
  await expect(row(tree, 'Đơn thân nghèo nuôi con')).toHaveAttribute('aria-expanded', 'false')
  await expect(tree.getByText('Hộ gia đình: hộ nghèo')).toHaveCount(0)
  await page.keyboard.press('End')
  await page.keyboard.press('ArrowRight')
  await page.keyboard.press('ArrowDown')
  await expect(tree.locator(':focus')).toHaveAttribute('aria-level', '3')
})

test('bản in của lời giải thích không có thanh điều hướng và vừa khổ A5', async ({ page }) => {
  await signIn(page, 'canbo')
  const { id } = await someone(page, 'phung thi man')
  await page.goto(`/nghiep-vu/nguoi/${id}/vi-sao`)
  await expect(page.getByRole('treegrid', { name: 'Vì sao được hưởng và vì sao chưa' })).toBeVisible()
  await page.setViewportSize({ width: 483, height: 700 }) // 128 mm: A5 without its margins.
  await page.emulateMedia({ media: 'print' })
  await expect(page.getByRole('link', { name: 'Quyền lợi' })).toHaveCount(0)
  await expect(page.getByRole('link', { name: 'Tra cứu', exact: true })).toHaveCount(0)
  await expect(page.getByRole('button')).toHaveCount(0)
  await expect(page.getByRole('heading', { name: /^Được hưởng 1\.890\.000/ })).toBeVisible()
  const reasons = await page
    .getByRole('treegrid', { name: 'Vì sao được hưởng và vì sao chưa' })
    .getByRole('gridcell')
    .evaluateAll((cells) =>
      cells.filter((cell) => cell.matches('.reason')).map((cell) => cell.getBoundingClientRect().width),
    )
  expect(Math.min(...reasons)).toBeGreaterThan(300) // Words stand in lines, not in a column of single words.
  const widths = await page.evaluate(() => [document.documentElement.scrollWidth, innerWidth])
  expect(widths[0]).toBeLessThanOrEqual(widths[1]!)
})

function row(tree: ReturnType<Page['getByRole']>, text: string) {
  return tree.getByRole('row').filter({ hasText: text }).first()
}

async function expectAmount(page: Page, heading: string) {
  await expect(page.getByRole('heading', { level: 2, name: heading })).toBeVisible()
}
