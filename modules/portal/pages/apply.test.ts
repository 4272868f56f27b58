import { expect, test } from 'vitest'
import type { PublicProcedure } from '#modules/applications/contract'
import { applyHome } from './apply.ts'
import { messages as t } from './messages.vi.ts'

const procedure = (id: string, more: object) => ({ id, name: { vi: id, en: id }, ...more }) as PublicProcedure // All that is read.

test('emergency help stands among what one asks for at the commune; what officers begin stands nowhere', () => {
  const page = String(
    applyHome(t, [
      procedure('social_pension', { begunBy: 'applicant', channels: ['online'] }),
      procedure('emergency_relief', { begunBy: 'either', channels: ['counter'] }),
      procedure('suspension', { begunBy: 'officer', channels: ['counter'] }),
    ]),
  )
  const [online, atCommune] = page.split('id="tai-xa"')
  expect(online).toContain('/nop-ho-so/social_pension')
  expect(atCommune).toContain('/nop-ho-so/emergency_relief')
  expect(page).not.toContain('suspension')
})
