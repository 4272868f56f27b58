import type { Draft, Section } from './draft.ts'

/** What is typed in a part and not finished yet, where it differs from what was. */
export type Unfinished = Partial<Record<Section, Draft['values']>>

/** A draft as it is kept on the server under its code; one that was kept earlier has no unfinished parts. */
export type SavedDraft = Draft & { readonly unfinished?: Unfinished }

/** Opened again on the phone it was saved on, what has been typed there since is still there; on another what was saved is. */
export function unfinishedOf({ unfinished = {} }: SavedDraft, here: Unfinished | undefined): Unfinished {
  return { ...unfinished, ...here }
}
