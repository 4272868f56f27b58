import { test } from '@playwright/test'
import { payAfterDeaths } from './pay-a-month/after-a-death.ts'
import { handOut } from './pay-a-month/at-the-pay-point.ts'
import { askBefore, drawUp } from './pay-a-month/drawing-up.ts'
import { payOut } from './pay-a-month/paying-out.ts'

// One month of one province: every part goes on where the one before it came to. A month is not drawn up a second time, so a part
// that did not go well is tried again by itself, and the others not with it.
let isUnderWay = false
test.afterEach(({}, { status }) => {
  isUnderWay ||= status === 'passed'
})

askBefore()

test.describe('rồi đến tháng ấy', () => {
  // Begun anew without a second try, it goes on after a part that failed for good: nothing is where the rest would look for it.
  test.beforeEach(({}, { retry }) => test.skip(!isUnderWay && retry === 0, 'phần trước không đến nơi'))

  drawUp()
  payOut()
  payAfterDeaths()
  handOut()
})
