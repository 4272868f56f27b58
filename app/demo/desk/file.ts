import type { SubmitApplication } from '#modules/applications/contract'
import type { Channel } from '../register.ts'
import type { Story } from './stories.ts'

/** A file of the demonstration; its id is known once it was received. */
export type File = {
  readonly story: Story
  readonly place: number
  id: string
  readonly areaId: number
  readonly personId: string
  readonly channel: Channel | undefined
  readonly subject: SubmitApplication['subject']
}
