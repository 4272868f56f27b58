import type { Reason } from '../domain/kinds.ts'

/** Why a gateway could not be used, in words of ours. */
export type Trouble = 'no_answer' | 'not_trusted' | 'busy' | 'failing' | 'not_understood'

/** What came of handing a message in. */
export type Outcome =
  | { readonly kind: 'sent'; readonly reference: string | null }
  /** This message never goes out by this way. */
  | { readonly kind: 'refused'; readonly reason: Reason }
  /** This message not now; others may. */
  | { readonly kind: 'put_off' }
  /** No message now. Whether this one was taken is not known: it is handed in again under the same key. */
  | { readonly kind: 'down'; readonly trouble: Trouble; readonly seconds?: number | undefined }

/** A way out: what it is handed, under a key that never changes. */
export type Transport = (message: {
  readonly key: string
  readonly to: string
  readonly subject: string | null
  readonly text: string
}) => Promise<Outcome>
