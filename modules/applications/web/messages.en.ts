import type { Messages } from './messages.vi.ts'
import { common } from './common/messages.en.ts'
import { queue } from './queue/messages.en.ts'
import { file, facts } from './file/messages.en.ts'
import { detail } from './file/detail-messages.en.ts'
import { act } from './file/act-messages.en.ts'
import { intake } from './intake/messages.en.ts'
import { signing } from './signing/messages.en.ts'
import { feedback } from './feedback/messages.en.ts'
import { issued } from './issued/messages.en.ts'
import { problems } from './problems.en.ts'

export const messages: Messages = {
  ...common,
  queue,
  file,
  act,
  signing,
  intake,
  issued,
  feedback,
  facts,
  detail,
  problems,
}
