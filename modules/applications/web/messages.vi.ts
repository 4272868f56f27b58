import { common } from './common/messages.vi.ts'
import { queue } from './queue/messages.vi.ts'
import { file, facts } from './file/messages.vi.ts'
import { detail } from './file/detail-messages.vi.ts'
import { act } from './file/act-messages.vi.ts'
import { intake } from './intake/messages.vi.ts'
import { signing } from './signing/messages.vi.ts'
import { feedback } from './feedback/messages.vi.ts'
import { issued } from './issued/messages.vi.ts'
import { problems } from './problems.vi.ts'

/** The words of the desk, each page's beside the page. */
export const messages = {
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

export type Messages = typeof messages
