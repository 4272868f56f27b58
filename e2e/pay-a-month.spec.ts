import { test } from '@playwright/test'
import { payAfterDeaths } from './pay-a-month/after-a-death.ts'
import { handOut } from './pay-a-month/at-the-pay-point.ts'
import { drawUp } from './pay-a-month/drawing-up.ts'
import { payOut } from './pay-a-month/paying-out.ts'

// One month of one province: every journey goes on where the one before it came to.
test.describe.configure({ mode: 'serial' })

drawUp()
payOut()
payAfterDeaths()
handOut()
