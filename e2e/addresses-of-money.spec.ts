import { expect, test } from '@playwright/test'
import { expectAccessible, signIn } from './support.ts'

test('địa chỉ của đợt chi, khoản thu hồi, hoàn trả, quyết toán, bút toán, bố cục không có thì không có trang', async ({
  page,
}) => {
  await signIn(page, 'duyet')
  const nobodys = '00000000-0000-7000-8000-00000000dead'
  for (const place of ['dot-chi', 'thu-hoi', 'hoan-tra', 'quyet-toan', 'so-ke-toan', 'bo-cuc-tep'])
    for (const id of ['abc', place === 'so-ke-toan' ? '999999999' : nobodys]) {
      await page.goto(`/nghiep-vu/${place}/${id}`)
      await expect(page.getByRole('heading', { level: 1 }), `${place}/${id}`).toHaveText('Không có trang này')
    }
  await expectAccessible(page)
})
