import { randomBytes } from 'node:crypto'

/** What a leave to sign is good for («SAD»): these hashes, with this key, once. */
export type Leave = { readonly credentialID: string; readonly hashes: readonly string[] }

/** Words that are good for a while. */
export function openTokens<Meaning>(seconds: number) {
  const given = new Map<string, { readonly meaning: Meaning; readonly until: number }>()
  const present = () => performance.now() / 1000
  return {
    seconds,
    give(meaning: Meaning): string {
      const token = randomBytes(24).toString('base64url')
      given.set(token, { meaning, until: present() + seconds })
      return token
    },
    find(token: string): Meaning | undefined {
      const one = given.get(token)
      return one && one.until > present() ? one.meaning : undefined
    },
    take(token: string): Meaning | undefined {
      const meaning = this.find(token)
      given.delete(token)
      return meaning
    },
    forget: () => given.clear(),
  }
}
