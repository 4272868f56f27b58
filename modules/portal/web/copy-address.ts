import type { Messages } from '../pages/messages.vi.ts'

/** Copies an address and says so; where the browser does not let it, the address itself is said, to be copied by hand. */
export async function copyAddress(t: Messages, address: string): Promise<string> {
  try {
    await navigator.clipboard.writeText(address)
    return t.result.copied
  } catch {
    return t.result.copyByHand(address)
  }
}
